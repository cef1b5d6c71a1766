"""Writes the 1,000,000 points of the reference's bench_kde.py as doubles: all x, then all y.  kde_points.py FILE, in the reference folder"""
import sys, numpy as np, pandas as pd
d = pd.read_csv('data/incidents_xy.csv.gz').query('located==1'); X = d.x.values; Y = d.y.values
rng = np.random.default_rng(2); i = rng.integers(0, len(X), 1_000_000)
x = (X[i]+rng.uniform(-30, 30, 10**6)).clip(548000, 560000-1e-6); y = (Y[i]+rng.uniform(-30, 30, 10**6)).clip(167000, 177000-1e-6)
np.concatenate([x, y]).astype('<f8').tofile(sys.argv[1])
