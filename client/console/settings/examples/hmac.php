<?php

$secret = getenv('TICKET_CENTER_SECRET');
$email = $argv[1]; // of whoever is signed in

$hmac = hash_hmac('sha256', $email, $secret);

echo $hmac, PHP_EOL;
