# Did you mean: a keyword argument that is nearly right
def connect(host, *, timeout=10, retries=3):
    return host, timeout, retries


print(connect("localhost", timeout=1))
connect("localhost", time_out=1)
