import { describe, expect, it } from 'vitest'
import { farringtonFlexible } from './farrington-flexible.ts'
import type { FarringtonOptions } from './farrington-rule.ts'

/*
 * Made in R 4.2.2 with surveillance 1.20.3:
 *   farringtonFlexible(sts(counts, frequency = 12, population = matrix(populations)), list(range = length(counts),
 *     b = years, w = halfWindow, noPeriods = seasons, alpha = alpha, thresholdMethod = threshold, powertrans = power,
 *     weightsThreshold = outbreakResidual, pastWeeksNotIncluded = leaveOut, trend = trend, pThresholdTrend = trendLevel,
 *     reweight = reweight, populationOffset = populations given))
 * `released` as it is; `corrected` with the line `model$weights <- omega` of algo.farrington.fitGLM.flexible taken out,
 * which overwrites the working weights that summary.glm and predict.glm take the dispersion from. Results are
 * control$expected, upperbound, control$pvalue, control$trend, control$phiVector and alarm. Counts are simulated, a dot
 * is a missing month.
 */
const REFERENCE = `
series large
counts 18272 17970 18034 18311 18234 18018 18339 18158 18116 18027 18103 18199 18157 17900 18209 17964 18170 18059
18301 18057 18110 17732 18149 18151 18226 18321 18176 18119 18130 18234 17987 18256 18188 18079 17899 18063 18140
18260 18012 18062 18281 18205 18197 17882 18199 18074 18086 18246 18045 17946 18222 18191 18133 18128 18295 18221
18050 18186 18107 18120
options {"years": 3, "halfWindow": 2, "seasons": 1, "alpha": 0.05, "threshold": "nbPlugin", "power": "2/3", "outbreakResidual": 2.58, "trend": false}
released 18094.46666667 18345 0.4338983720015 level 1.275148046478 quiet
corrected 18094.46666667 18345 0.4338983720015 level 1.275148046478 quiet

series large
counts 1183 1230 1200 1259 1293 1228 1239 1272 1277 1176 1203 1250 1309 1226 1290 1223 1229 1262 1188 1185 1285 1222
1233 1249 1200 1250 1235 1272 1196 1242 1204 1215 1288 1240 1255 1192 1248 1233 1218 1243 1227 1225 1209 1239 1273
1200 1252 1206 1212 1239 1252 1236 1170 1282 1280 1182 1278 1215 1268 2539
options {"years": 4, "halfWindow": 2, "seasons": 1, "alpha": 0.01, "threshold": "delta", "power": "1/2", "outbreakResidual": 1, "reweight": false, "trendLevel": 1, "leaveOut": 5}
released 1224.320025429 1316.048230053 9.055663557104e-171 trend 1 alarm
corrected 1224.320025429 1316.048230053 9.055663557104e-171 trend 1 alarm

series large
counts 5492 5527 5635 5690 5570 5626 5394 5595 5505 5668 5538 5583 5567 5556 5656 5638 5449 5580 5557 5656 5525 5498 .
5599 5506 5622 5476 5467 5604 5562 5538 5555 5556 5464 5534 5604 5526 5657 5533 5550 5478 5689 5631 5455 5562 5518
5606 5536 5460 . 5654 5484 5730 5502 5573 5634 5554 5608 5572 5612
populations 1001 1003 1023 1033 1038 1026 1033 1038 1055 1048 1051 1058 1062 1048 1048 1048 1036 1037 1029 1020 1015
1036 1038 1042 1037 1024 1021 1012 1019 1019 1021 1039 1047 1046 1027 1023 1046 1034 1043 1049 1047 1046 1054 1053
1077 1074 1090 1089 1093 1087 1086 1092 1088 1079 1075 1097 1099 1086 1082 1092
options {"years": 4, "halfWindow": 1, "seasons": 2, "alpha": 0.05, "threshold": "nbPlugin", "power": "1/2", "outbreakResidual": 1, "reweight": false, "trend": false}
released 5739.062489241 5980 0.8094351246645 level 3.682699394054 quiet
corrected 5739.062489241 5980 0.8094351246645 level 3.682699394054 quiet

series nb
counts 29 22 37 33 46 56 36 40 31 55 51 39 44 33 34 29 30 38 22 27 . 52 31 35 32 35 44 43 55 49 33 21 44 64 30 33 29 .
36 40 35 15 23 28 41 23 53 27 67 29 52 32 27 26 18 45 34 37 36 40 107
populations 1006 999 977 962 944 959 964 962 951 947 947 938 948 940 934 944 940 927 930 924 922 912 914 893 877 889
895 894 896 893 907 906 904 914 924 923 930 928 932 925 928 922 921 916 938 939 935 947 946 948 942 942 964 965 951
972 995 990 978 980 975
options {"years": 3, "halfWindow": 2, "seasons": 2, "alpha": 0.005, "threshold": "muan", "power": "none", "outbreakResidual": 2.58, "reweight": false}
released 40.30050407135 96 0.001059933876048 level 4.251533652947 alarm
corrected 40.30050407135 96 0.001059933876048 level 4.251533652947 alarm

series nb
counts 49 14 42 19 14 55 42 43 16 20 11 28 16 19 41 20 24 12 29 16 35 9 7 49 23 19 33 35 24 9 40 20 20 20 21 40 24 22
35 15 53 24 12 14 15 17 40 24 23 16 20 5 28 28 37 27 26 36 21 47
options {"years": 4, "halfWindow": 2, "seasons": 5, "alpha": 0.01, "threshold": "nbPlugin", "power": "2/3", "outbreakResidual": 2.58, "reweight": false}
released 22.4000000011 54 0.02907804990262 level 5.20502418014 quiet
corrected 22.4000000011 54 0.02907804990262 level 5.20502418014 quiet

series nb
counts 3 8 20 5 9 4 2 4 6 6 8 6 5 5 13 3 4 4 5 11 13 9 1 4 8 11 6 9 7 5 2 2 3 1 6 4 3 6 4 5 5 11 3 4 4 13 9 4 4 3 3 11
5 15 5 8 4 3 6 1
options {"years": 3, "halfWindow": 0, "seasons": 5, "alpha": 0.01, "threshold": "muan", "power": "2/3", "outbreakResidual": 1, "trend": false}
released 4 12 0.9943713946533 level 1.06228821697 quiet
corrected 4 15 0.9994693911871 level 1.06228821697 quiet

series outbreak
counts 10 3 6 3 6 3 4 4 1 1 2 6 4 6 2 3 2 8 5 5 3 5 11 6 5 5 6 5 6 4 5 5 6 6 6 6 34 22 7 7 7 4 5 3 2 4 0 1 4 6 2 46 26
5 4 6 5 4 9 3 9
options {"years": 4, "halfWindow": 3, "seasons": 1, "alpha": 0.005, "threshold": "nbPlugin", "power": "1/2", "outbreakResidual": 1, "trend": false}
released 5.626565350737 29 0.2276529504985 level 5.577244597539 quiet
corrected 5.626565350737 29 0.2276529504985 level 5.577244597539 quiet

series outbreak
counts 2 1 2 10 22 3 30 18 3 1 0 4 3 2 6 1 3 1 5 1 1 3 2 1 2 5 4 3 2 4 1 . 0 1 2 1 5 2 4 2 4 3 4 . 3 3 2 2 2 . 2 . 4 2
2 7 2 7 2 3
options {"years": 4, "halfWindow": 2, "seasons": 1, "alpha": 0.05, "threshold": "nbPlugin", "power": "2/3", "outbreakResidual": 2.58}
released 2.263157894737 5 0.3941685465525 level 1 quiet
corrected 2.263157894737 5 0.3941685465525 level 1 quiet

series outbreak
counts 124 113 134 118 125 128 139 124 119 116 149 103 115 118 114 142 129 120 478 594 132 129 116 128 119 133 123 113
115 136 125 113 470 490 131 117 127 117 136 141 115 122 111 114 145 121 113 121 123 122 112 98 110 117 118 121 138 113
107 267
populations 998 990 997 1005 1007 1019 1026 1025 1035 1029 1047 1041 1032 1026 1026 1034 1029 1031 1040 1041 1026 1019
1010 1013 1023 1008 1020 1017 1023 1013 1017 1017 1019 1010 1007 1019 1010 1021 1024 1035 1052 1051 1048 1050 1048
1053 1052 1051 1061 1056 1067 1060 1053 1062 1076 1092 1104 1107 1105 1110
options {"years": 3, "halfWindow": 1, "seasons": 2, "alpha": 0.005, "threshold": "muan", "power": "2/3", "outbreakResidual": 2.58}
released 116.1006106356 208 5.30417592047e-05 trend 7.276681556159 alarm
corrected 131.4568462038 267 0.005054883729432 level 7.695048730922 quiet

series poisson
counts 2 3 2 1 3 7 4 2 4 2 0 2 0 1 2 5 4 0 0 3 3 5 1 0 3 4 2 1 1 1 5 2 3 1 8 2 3 2 2 2 2 2 1 5 1 3 0 6 2 2 5 2 3 3 2 2
4 0 3 1 3
options {"years": 3, "halfWindow": 2, "seasons": 2, "alpha": 0.05, "threshold": "muan", "power": "2/3", "outbreakResidual": 1, "trendLevel": 1}
released 3.267291531466 8 0.8248963217772 trend 1 quiet
corrected 3.267291531466 9 0.8924851216945 trend 1 quiet

series poisson
counts 0 1 1 0 1 1 2 1 0 0 2 0 0 2 0 2 1 1 0 0 2 0 0 1 0 0 1 0 0 2 1 1 1 0 1 0 1 0 0 3 2 0 1 0 0 0 1 1 0 0 0 2 0 2 4 1
2 1 1 3 0
populations 999 1002 990 1015 1030 1032 1031 1022 1022 1021 1021 1026 1031 1052 1056 1059 1054 1056 1046 1040 1050
1044 1045 1041 1042 1036 1045 1048 1050 1039 1045 1041 1065 1087 1090 1078 1087 1093 1086 1103 1098 1087 1098 1100
1086 1079 1072 1062 1071 1070 1094 1100 1115 1127 1126 1128 1145 1147 1141 1147 1147
options {"years": 4, "halfWindow": 0, "seasons": 1, "alpha": 0.01, "threshold": "muan", "power": "none", "outbreakResidual": 2.58, "trendLevel": 1}
released 0.6724534341719 40302 1 trend 1.269270322824 quiet
corrected 0.6724534341719 239 1 trend 1.269270322824 quiet

series poisson
counts 5 1 4 3 0 2 0 1 1 1 4 4 2 2 1 3 1 0 3 1 2 2 1 1 2 3 0 3 3 3 1 2 2 3 2 2 2 2 2 3 3 4 5 4 2 5 5 3 1 3 3 2 . 2 2 2
3 2 2 2 1
options {"years": 3, "halfWindow": 2, "seasons": 1, "alpha": 0.01, "threshold": "delta", "power": "2/3", "outbreakResidual": 1, "reweight": false, "trendLevel": 1}
released 4.191334904466 10.92473487107 0.9453375462837 trend 1 quiet
corrected 4.191334904466 10.92473487107 0.9453375462837 trend 1 quiet

series season
counts 4 5 1 3 2 1 5 7 3 4 9 5 7 4 3 3 2 5 1 2 5 6 5 5 3 4 1 4 0 2 5 8 4 6 1 9 4 4 4 2 2 2 5 4 5 4 5 5 9 2 0 3 1 2 2 4
5 5 5 4 8
options {"years": 4, "halfWindow": 2, "seasons": 4, "alpha": 0.01, "threshold": "muan", "power": "2/3", "outbreakResidual": 1}
released 3.187831575285 9 0.054602760503 trend 1 quiet
corrected 3.859265754599 11 0.1243873481709 level 1 quiet

series season
counts 22 17 17 31 26 28 29 17 14 24 10 11 24 20 35 19 31 24 24 24 14 13 11 18 10 16 25 27 34 30 29 15 16 11 9 11 17
16 28 27 30 27 25 19 11 14 15 13 10 19 23 20 30 31 32 19 14 15 8 16
populations 991 999 1007 1009 998 1010 990 987 985 982 971 957 961 956 952 966 946 950 961 959 965 965 988 978 971 979
967 975 984 1005 993 976 983 992 979 984 976 966 960 972 985 1005 1004 1006 991 994 987 975 983 962 948 965 966 966
980 987 998 996 983 992
options {"years": 4, "halfWindow": 3, "seasons": 1, "alpha": 0.05, "threshold": "delta", "power": "2/3", "outbreakResidual": 2.58, "leaveOut": 4}
released 14.40270427796 25.63042015525 0.399361076673 trend 2.598162378732 quiet
corrected 16.06234994282 26.48480923394 0.5042941854426 level 2.0181482026 quiet

series season
counts 1 3 3 3 1 2 1 1 1 0 3 1 1 3 0 1 1 2 0 0 0 0 0 0 3 2 3 1 0 0 0 0 2 0 2 1 1 1 2 1 0 2 0 0 1 2 0 0 0 3 3 0 1 3 1 1
2 3 0 1
populations 996 998 1009 997 999 990 992 1002 1005 1026 1047 1058 1051 1050 1058 1059 1069 1095 1095 1099 1089 1099
1101 1078 1072 1083 1076 1059 1064 1048 1056 1046 1046 1039 1032 1023 1036 1035 1058 1047 1053 1028 1013 1005 1026
1018 1014 1012 1012 993 993 993 980 976 984 971 977 970 991 989
options {"years": 3, "halfWindow": 3, "seasons": 2, "alpha": 0.05, "threshold": "nbPlugin", "power": "2/3", "outbreakResidual": 1}
released 1.040709058641 3 0.6354158615223 level 1.063508389591 quiet
corrected 1.040709058641 3 0.6354158615223 level 1.063508389591 quiet

series sparse
counts 1 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 1 0 0 0 0 0 1 1 0 0 1 0 0 0 0 1 0 0 0 0 1 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
0 0 1 1 5
options {"years": 4, "halfWindow": 1, "seasons": 5, "alpha": 0.05, "threshold": "nbPlugin", "power": "2/3", "outbreakResidual": 2.58, "reweight": false, "trendLevel": 1}
released 0.1532678262384 1 6.204493654828e-07 trend 1 alarm
corrected 0.1532678262384 1 6.204493654828e-07 trend 1 alarm

series sparse
counts 0 0 2 0 1 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 0 0 0 0 0 1 0 0 0 0 0 0 0 0 1 0 1 0 0 0 0 0 0 0 0 0 0
0 0 0 5
populations 1007 1001 1015 1029 1037 1051 1063 1055 1059 1058 1057 1052 1049 1042 1041 1039 1033 1019 1032 1045 1054
1050 1034 1018 1000 1002 994 998 1010 1012 1015 1009 1001 994 976 991 975 984 984 968 964 964 965 963 964 960 963 956
964 976 967 956 959 969 987 962 971 978 975 977
options {"years": 3, "halfWindow": 2, "seasons": 1, "alpha": 0.05, "threshold": "muan", "power": "1/2", "outbreakResidual": 2.58, "trend": false}
released 0.1316445462508 6 0.1907805868082 level 1 quiet
corrected 0.1316445462508 2 6.84227873805e-05 level 1 alarm

series sparse
counts 0 1 0 0 0 1 2 0 0 0 0 0 1 0 0 0 1 2 0 0 0 0 0 1 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 1 0 0 0
1 0 0 1 5
options {"years": 3, "halfWindow": 3, "seasons": 1, "alpha": 0.005, "threshold": "nbPlugin", "power": "2/3", "outbreakResidual": 2.58}
released 0.2380952409206 2 5.231789832399e-06 level 1 alarm
corrected 0.2380952409206 2 5.231789832399e-06 level 1 alarm

series trend
counts 11 8 10 7 14 12 11 11 11 16 15 10 9 17 11 12 17 18 11 13 11 16 17 17 17 20 22 29 26 17 28 19 17 27 24 24 28 29
27 32 30 30 26 27 25 26 26 28 27 25 46 34 52 39 40 47 40 39 37 48 75
populations 1009 1002 1001 1002 1000 1009 1025 1027 1031 1029 1038 1044 1046 1061 1065 1061 1055 1054 1052 1054 1062
1067 1075 1072 1071 1080 1067 1078 1104 1100 1111 1122 1123 1116 1100 1105 1106 1094 1077 1068 1077 1066 1065 1071
1045 1048 1049 1029 1021 1016 1009 1004 1003 1011 1010 1004 1011 1021 1019 1028 1028
options {"years": 3, "halfWindow": 2, "seasons": 2, "alpha": 0.01, "threshold": "muan", "power": "2/3", "outbreakResidual": 1, "leaveOut": 10}
released 22.68034279068 35 1.381084662357e-17 level 1 alarm
corrected 22.68034279068 38 1.968711883714e-15 level 1 alarm

series trend
counts 7 6 10 4 6 7 7 4 3 9 6 5 10 9 11 8 5 5 8 10 7 6 7 3 9 . 7 5 3 4 4 4 5 12 6 1 2 3 1 2 4 2 6 4 4 2 1 1 2 3 0 3 1
7 3 2 4 3 5 15
populations 1002 1005 1029 1026 1043 1030 1014 1019 1018 1021 1018 1022 1026 1021 1022 1013 1006 1011 1008 1013 1003
995 989 993 991 986 996 986 992 992 987 977 982 975 981 996 978 988 982 987 977 975 967 967 963 967 967 971 984 991
998 1001 995 1002 1008 1008 988 996 986 978
options {"years": 3, "halfWindow": 3, "seasons": 2, "alpha": 0.01, "threshold": "muan", "power": "2/3", "outbreakResidual": 2.58}
released 1.573480071789 7 4.339491341781e-07 trend 1.114204203615 alarm
corrected 1.573480071789 8 6.020923160695e-06 trend 1.114204203615 alarm

series trend
counts 3 0 1 1 1 1 0 2 1 5 2 1 3 0 2 2 2 1 2 2 1 1 4 2 0 3 3 5 3 4 3 1 1 0 2 3 3 5 5 3 3 1 5 2 5 4 3 3 1 1 6 6 6 2 5 6
5 5 3 8 4
populations 995 1001 1006 1016 1025 1027 1026 1030 1032 1031 1054 1070 1057 1060 1065 1072 1069 1057 1067 1083 1099
1085 1079 1085 1073 1088 1095 1085 1094 1108 1130 1140 1116 1108 1110 1107 1104 1104 1100 1095 1086 1080 1080 1082
1096 1107 1085 1085 1061 1075 1063 1059 1065 1060 1066 1071 1063 1060 1036 1030 1025
options {"years": 4, "halfWindow": 2, "seasons": 1, "alpha": 0.005, "threshold": "nbPlugin", "power": "2/3", "outbreakResidual": 2.58, "trendLevel": 1, "leaveOut": 1}
released 3.68515064843 9 0.5027430646564 trend 1 quiet
corrected 3.68515064843 9 0.5027430646564 trend 1 quiet
`

interface Case {
  series: string
  counts: (number | null)[]
  populations: number[] | undefined
  options: FarringtonOptions
  released: string[]
  corrected: string[]
}

const cases = REFERENCE.trim()
  .split('\n\n')
  .map((block): Case => {
    const fields = block
      .replaceAll(/\n(?=[\d.])/g, ' ')
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])
    const { series, counts, populations, options, released, corrected } = Object.fromEntries(fields) as Record<
      string,
      string
    >
    return {
      series: series!,
      counts: counts!.split(' ').map((count) => (count === '.' ? null : Number(count))),
      populations: populations?.split(' ').map(Number),
      options: JSON.parse(options!) as FarringtonOptions,
      released: released!.split(' '),
      corrected: corrected!.split(' '),
    }
  })

describe('farringtonFlexible against surveillance', () => {
  for (const [i, { series, counts, populations, options, released, corrected }] of cases.entries())
    for (const [likeSurveillance, reference] of [
      [true, released],
      [false, corrected],
    ] as const)
      it(`case ${i + 1}, ${series}, ${likeSurveillance ? 'as released' : 'with its errors corrected'}`, () => {
        const all = populations ? { ...options, populations } : options
        const found = farringtonFlexible(counts, { ...all, likeSurveillance })
        const [expected, upper, p, trend, dispersion, alarm] = reference
        expect([found.trend ? 'trend' : 'level', found.exceeds ? 'alarm' : 'quiet']).toEqual([trend, alarm])
        for (const [value, given] of [
          [found.expected, expected],
          [found.upperBound, upper],
          [found.p, p],
          [found.dispersion, dispersion],
        ] as const)
          expect(Math.abs(value! / Number(given) - 1)).toBeLessThan(1e-9)
      })

  it('has series where the released version keeps a trend and the corrected one does not', () =>
    expect(cases.some(({ released, corrected }) => released[3] === 'trend' && corrected[3] === 'level')).toBe(true))
})
