# A line that is indented with tabs
def outer():
	if True:
		values = [1, 2]
		return	values[0] +	values[5]


outer()
