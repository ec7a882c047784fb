<?php

$secret = getenv('TICKET_CENTER_SECRET');
$email = $argv[1]; // of the signed-in user

$hmac = hash_hmac('sha256', $email, $secret);

echo $hmac, PHP_EOL;
