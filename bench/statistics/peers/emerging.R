# The latest month of 2,000 series of 60 months by surveillance::farringtonFlexible; counts from a generator that the case has too.
# Run from the folder of reference files.
source("bench/common_bench.R"); suppressPackageStartupMessages(library(surveillance))
state <- 20220930
uniform <- function() { state <<- (16807 * state) %% 2147483647; state / 2147483647 }
poisson <- function(mean) { least <- exp(-mean); k <- 0; p <- uniform(); while (p > least) { p <- p * uniform(); k <- k + 1 }; k }
counts <- matrix(0, 60, 2000)
for (s in 0:1999) { size <- 1 + s %% 3; level <- 0.5 + (s * 7) %% 29
  for (t in 0:59) counts[t + 1, s + 1] <- size * poisson(level * (1 + ((t + s) %% 12) / 24) / size * (if (t == 59 && s %% 100 == 0) 3 else 1)) }
series <- sts(counts, frequency = 12)
scan <- function() { f <- suppressWarnings(farringtonFlexible(series, list(range = 60, b = 4, w = 1, noPeriods = 10)))
  list(total = sum(counts), alarms = sum(f@alarm), trends = sum(f@control$trend), upper = sum(f@upperbound, na.rm = TRUE)) }
timeit("emerging_2000", "surveillance::farringtonFlexible", scan, runs = 1)
