# Philosophers who take their forks in order never starve
import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals = []


def philosopher(n):
    first, second = sorted((n, (n + 1) % 5))
    for _ in range(2):
        time.sleep(0.1 * n)
        with forks[first], forks[second]:
            meals.append(n)
            print(f"{time.monotonic():.1f} philosopher {n} eats")
            time.sleep(0.2)


threads = [threading.Thread(target=philosopher, args=(n,)) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(meals))
