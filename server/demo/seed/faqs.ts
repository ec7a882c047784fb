export const demoFaqs = [
  {
    question: 'When is the latest I can book a pickup for today?',
    answer: `Until **11:00** for the afternoon run, until **16:00** for Kestrel's night run. You'll find both under *Pickups › Today*.

If you've missed it, any parcel shop takes labeled parcels: [find one near you](https://larkpost.example/parcel-shops).`,
  },
  {
    question: 'My labels print too small or cut off. What now?',
    answer: `The printer's paper size is almost always the reason:

1. Open your printer's preferences and choose **4 × 6 in**
2. Restart Larkpost Bridge
3. Print *Labels › Test label*: its frame should touch all four edges`,
  },
  {
    question: 'Can I cancel a label that I have paid for?',
    answer: `Yes, within **14 days**, as long as the carrier hasn't scanned it: *Labels › More › Cancel*. The money is back on your account at once.`,
  },
  {
    question: 'How do I check that a webhook comes from you?',
    answer: `Make an HMAC-SHA256 of the **raw** request body with your webhook secret and compare it with the \`Larkpost-Signature\` header. Parsing the body and writing it out again changes it, so take the bytes as they came.`,
  },
]
