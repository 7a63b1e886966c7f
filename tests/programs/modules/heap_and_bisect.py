# heapq as a priority queue, bisect in sorted lists.
import bisect
import heapq

heap = []
for priority, name in [(5, "later"), (1, "now"), (3, "soon"), (1, "also now")]:
    heapq.heappush(heap, (priority, name))
print(heap)
while heap:
    print(heapq.heappop(heap), end=" ")
print()
numbers = [9, 4, 7, 1, 8, 2, 6, 3, 5, 0]
heapq.heapify(numbers)
print(numbers, heapq.heappushpop(numbers, -1), heapq.heapreplace(numbers, 10), numbers)
print(heapq.nsmallest(3, numbers), heapq.nlargest(2, numbers, key=lambda n: -n), list(heapq.merge([1, 4], [2, 3], [0])))
try:
    heapq.heappop([])
except IndexError as error:
    print("IndexError:", error)

grades = [60, 70, 80, 90]
print([("F", "D", "C", "B", "A")[bisect.bisect(grades, score)] for score in (33, 99, 77, 70, 89, 90, 100)])
print(bisect.bisect_left(grades, 70), bisect.bisect_right(grades, 70), bisect.bisect_left(["a", "bb"], 2, key=len))
bisect.insort(grades, 75)
print(grades)
