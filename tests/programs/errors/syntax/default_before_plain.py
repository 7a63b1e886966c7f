# A mistake people make: a parameter without a default after one with
def connect(host="localhost", port):
    return host, port
