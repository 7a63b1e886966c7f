# A mistake people make: a name with a dollar
$price = 5
