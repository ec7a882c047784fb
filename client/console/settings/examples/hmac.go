package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
)

func sign(email, secret string) string {
	hash := hmac.New(sha256.New, []byte(secret))
	hash.Write([]byte(email))
	return hex.EncodeToString(hash.Sum(nil))
}

func main() {
	secret := os.Getenv("TICKET_CENTER_SECRET")
	email := os.Args[1] // of the signed-in user

	fmt.Println(sign(email, secret))
}
