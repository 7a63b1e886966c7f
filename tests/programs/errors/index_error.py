# An index one too far, in an expression with several subscripts.
grid = [[1, 2], [3, 4]]
for i in range(3):
    print(grid[i][0] + grid[i][1])
