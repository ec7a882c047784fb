require "openssl"

secret = ENV.fetch("TICKET_CENTER_SECRET")
email = ARGV.fetch(0) # of the signed-in user

hmac = OpenSSL::HMAC.hexdigest("SHA256", secret, email)

puts hmac
