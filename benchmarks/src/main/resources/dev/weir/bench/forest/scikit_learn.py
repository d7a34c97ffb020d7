# Reads rows to fit on and rows to score (big-endian doubles), prints how many scikit-learn scores per
# second of CPU time.
import sys
import time

import numpy
from sklearn.ensemble import IsolationForest

trees, subsample, columns, training = map(int, sys.argv[1:5])
rows = numpy.frombuffer(sys.stdin.buffer.read(), dtype=">f8").astype("f8").reshape(-1, columns)
forest = IsolationForest(
    n_estimators=trees, max_samples=min(subsample, training), random_state=1, n_jobs=1
).fit(rows[:training])
# It is at its best with large batches.
rows = rows[training:]
rows = numpy.tile(rows, (-(-50000 // len(rows)), 1))
rates = []
for _ in range(5):
    start = time.process_time()
    forest.score_samples(rows)
    rates.append(len(rows) / (time.process_time() - start))
print(sorted(rates)[len(rates) // 2])
