import hashlib
import hmac
import os
import sys

secret = os.environ["TICKET_CENTER_SECRET"]
email = sys.argv[1]  # of the signed-in user

signature = hmac.new(secret.encode(), email.encode(), hashlib.sha256).hexdigest()

print(signature)
