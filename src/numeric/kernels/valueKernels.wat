;; Loops over a block of values. Values, edges and sums are 64-bit floats. Parameters are addresses in bytes, except
;; counts, bounds and scales. Loops over several values at once also read, and write for, values after the last one,
;; up to a multiple of 16.
(module
  (import "host" "memory" (memory 1))

  ;; Returns 1 if all values are in [low, high], and 0 otherwise. NaN is not.
  (func (export "areWithin")
    (param $count i32)
    (param $value i32)
    (param $low f64)
    (param $high f64)
    (result i32)
    (local $end i32) (local $lows v128) (local $highs v128) (local $values v128) (local $inside v128)
    (local.set $end (i32.add (local.get $value) (i32.shl (local.get $count) (i32.const 3))))
    (local.set $lows (f64x2.splat (local.get $low)))
    (local.set $highs (f64x2.splat (local.get $high)))
    (local.set $inside (i32x4.splat (i32.const -1)))
    (loop $values
      (local.set $values (v128.load align=8 (local.get $value)))
      (local.set $inside
        (v128.and (local.get $inside)
          (v128.and
            (f64x2.ge (local.get $values) (local.get $lows))
            (f64x2.le (local.get $values) (local.get $highs)))))
      (local.set $values (v128.load offset=16 align=8 (local.get $value)))
      (local.set $inside
        (v128.and (local.get $inside)
          (v128.and
            (f64x2.ge (local.get $values) (local.get $lows))
            (f64x2.le (local.get $values) (local.get $highs)))))
      (local.set $value (i32.add (local.get $value) (i32.const 32)))
      (br_if $values (i32.lt_u (local.get $value) (local.get $end))))
    (i64x2.all_true (local.get $inside)))

  ;; Stores a byte for each value: 1 above the threshold, and 0 otherwise.
  (func (export "markAbove")
    (param $count i32)
    (param $value i32)
    (param $threshold f64)
    (param $byte i32)
    (local $end i32) (local $thresholds v128) (local $above v128)
    (local.set $end (i32.add (local.get $byte) (local.get $count)))
    (local.set $thresholds (f64x2.splat (local.get $threshold)))
    (loop $values
      ;; −1 in 32, then 16, then 8 bits for each of four values above the threshold.
      (local.set $above
        (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27
          (f64x2.gt (v128.load align=8 (local.get $value)) (local.get $thresholds))
          (f64x2.gt (v128.load offset=16 align=8 (local.get $value)) (local.get $thresholds))))
      (local.set $above (i16x8.narrow_i32x4_s (local.get $above) (local.get $above)))
      (local.set $above (i8x16.narrow_i16x8_s (local.get $above) (local.get $above)))
      (v128.store32_lane 0 (local.get $byte) (i8x16.abs (local.get $above)))
      (local.set $value (i32.add (local.get $value) (i32.const 32)))
      (local.set $byte (i32.add (local.get $byte) (i32.const 4)))
      (br_if $values (i32.lt_u (local.get $byte) (local.get $end)))))

  ;; Returns 1 if all values are 0 or 1, and 0 otherwise.
  (func (export "areBits")
    (param $count i32)
    (param $value i32)
    (result i32)
    (local $end i32) (local $values v128) (local $bits v128)
    (local.set $end (i32.add (local.get $value) (i32.shl (local.get $count) (i32.const 3))))
    (local.set $bits (i32x4.splat (i32.const -1)))
    (loop $values
      (local.set $values (v128.load align=8 (local.get $value)))
      (local.set $bits
        (v128.and (local.get $bits)
          (v128.or
            (f64x2.eq (local.get $values) (v128.const f64x2 0 0))
            (f64x2.eq (local.get $values) (v128.const f64x2 1 1)))))
      (local.set $values (v128.load offset=16 align=8 (local.get $value)))
      (local.set $bits
        (v128.and (local.get $bits)
          (v128.or
            (f64x2.eq (local.get $values) (v128.const f64x2 0 0))
            (f64x2.eq (local.get $values) (v128.const f64x2 1 1)))))
      (local.set $value (i32.add (local.get $value) (i32.const 32)))
      (br_if $values (i32.lt_u (local.get $value) (local.get $end))))
    (i64x2.all_true (local.get $bits)))

  ;; Stores for each value the number of edges at or below it, plus `size` times its group.
  (func (export "findPlaces")
    (param $count i32)
    (param $value i32)
    (param $group i32)     ;; address of the group of the first value, one byte each
    (param $size i32)      ;; number of bins
    (param $low f64)       ;; lowest edge
    (param $high f64)      ;; highest edge
    (param $scale f64)     ;; cells per unit
    (param $firsts i32)    ;; address of the number of edges before each cell, 32 bits each
    (param $edges i32)     ;; address of the edges, with NaN after the last one
    (param $isSparse i32)  ;; 1 if no cell has more than one edge
    (param $place i32)     ;; address of the result for the first value, 32 bits each
    (local $end i32) (local $lows v128) (local $highs v128) (local $scales v128)
    (local $next i32) (local $cell i32) (local $bin i32) (local $single f64)
    (local.set $lows (f64x2.splat (local.get $low)))
    (local.set $highs (f64x2.splat (local.get $high)))
    (local.set $scales (f64x2.splat (local.get $scale)))
    ;; The address of the number of edges before the cell of each value, in the place of its result.
    (local.set $next (local.get $value))
    (local.set $cell (local.get $place))
    (local.set $end (i32.add (local.get $value) (i32.shl (local.get $count) (i32.const 3))))
    (loop $pairs
      (v128.store64_lane 0 (local.get $cell)
        (i32x4.add
          (i32x4.splat (local.get $firsts))
          (i32x4.shl
            (i32x4.trunc_sat_f64x2_s_zero
              (f64x2.mul
                (f64x2.sub
                  (f64x2.pmin
                    (f64x2.pmax (v128.load align=8 (local.get $next)) (local.get $lows))
                    (local.get $highs))
                  (local.get $lows))
                (local.get $scales)))
            (i32.const 2))))
      (local.set $next (i32.add (local.get $next) (i32.const 16)))
      (local.set $cell (i32.add (local.get $cell) (i32.const 8)))
      (br_if $pairs (i32.lt_u (local.get $next) (local.get $end))))
    (loop $values
      (local.set $single (f64.load (local.get $value)))
      (local.set $bin (i32.load (i32.load (local.get $place))))
      ;; A step without a branch, which would be mispredicted.
      (local.set $bin
        (i32.add (local.get $bin)
          (f64.le
            (f64.load (i32.add (local.get $edges) (i32.shl (local.get $bin) (i32.const 3))))
            (local.get $single))))
      (if (i32.eqz (local.get $isSparse)) (then
        (loop $steps
          (if
            (f64.le
              (f64.load (i32.add (local.get $edges) (i32.shl (local.get $bin) (i32.const 3))))
              (local.get $single))
            (then
              (local.set $bin (i32.add (local.get $bin) (i32.const 1)))
              (br $steps))))))
      (i32.store (local.get $place)
        (i32.add (local.get $bin) (i32.mul (i32.load8_u (local.get $group)) (local.get $size))))
      (local.set $value (i32.add (local.get $value) (i32.const 8)))
      (local.set $group (i32.add (local.get $group) (i32.const 1)))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (br_if $values (i32.lt_u (local.get $value) (local.get $end)))))

  ;; Adds 1 to the sum of each place.
  (func (export "addOnes")
    (param $count i32)
    (param $place i32)
    (param $sums i32)
    (local $end i32) (local $sum i32)
    (local.set $end (i32.add (local.get $place) (i32.shl (local.get $count) (i32.const 2))))
    (loop $places
      (local.set $sum
        (i32.add (local.get $sums) (i32.shl (i32.load (local.get $place)) (i32.const 3))))
      (f64.store (local.get $sum) (f64.add (f64.load (local.get $sum)) (f64.const 1)))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (br_if $places (i32.lt_u (local.get $place) (local.get $end)))))

  ;; Adds values to the sums of their places.
  (func (export "addValues")
    (param $count i32)
    (param $place i32)
    (param $sums i32)
    (param $value i32)
    (local $end i32) (local $sum i32)
    (local.set $end (i32.add (local.get $place) (i32.shl (local.get $count) (i32.const 2))))
    (loop $places
      (local.set $sum
        (i32.add (local.get $sums) (i32.shl (i32.load (local.get $place)) (i32.const 3))))
      (f64.store (local.get $sum) (f64.add (f64.load (local.get $sum)) (f64.load (local.get $value))))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (local.set $value (i32.add (local.get $value) (i32.const 8)))
      (br_if $places (i32.lt_u (local.get $place) (local.get $end)))))

  ;; Stores for each sample the number of its known labels with at least the lowest score of the labels that it has: 0 if
  ;; it has none, and NaN if none is known.
  (func (export "findCoverages")
    (param $count i32)     ;; number of samples
    (param $size i32)      ;; number of labels
    (param $value i32)     ;; address of the scores, one row per sample
    (param $bit i32)       ;; address of a byte per score: 1 if the sample has the label, 0 if not, 2 if it is not known
    (param $coverage i32)  ;; address of the result for the first sample
    (local $k i32) (local $covered i32) (local $known i32) (local $lowest v128)
    (loop $samples
      (local.set $lowest (v128.const f64x2 inf inf))
      (local.set $k (i32.const 0))
      (loop $labels
        ;; Vectors of one score, because f64.min and select have branches, which would be mispredicted.
        (local.set $lowest
          (f64x2.pmin (local.get $lowest)
            (v128.bitselect
              (v128.load64_zero (i32.add (local.get $value) (i32.shl (local.get $k) (i32.const 3))))
              (v128.const f64x2 inf inf)
              (i32x4.eq
                (i32x4.splat (i32.load8_u (i32.add (local.get $bit) (local.get $k))))
                (v128.const i32x4 1 1 1 1)))))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br_if $labels (i32.lt_u (local.get $k) (local.get $size))))
      (local.set $k (i32.const 0))
      (local.set $covered (i32.const 0))
      (local.set $known (i32.const 0))
      (loop $labels
        (local.set $known
          (i32.add (local.get $known)
            (i32.ne (i32.load8_u (i32.add (local.get $bit) (local.get $k))) (i32.const 2))))
        (local.set $covered
          (i32.add (local.get $covered)
            (i32.and
              (i32.ne (i32.load8_u (i32.add (local.get $bit) (local.get $k))) (i32.const 2))
              (f64.ge (f64.load (local.get $value)) (f64x2.extract_lane 0 (local.get $lowest))))))
        (local.set $value (i32.add (local.get $value) (i32.const 8)))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br_if $labels (i32.lt_u (local.get $k) (local.get $size))))
      (f64.store (local.get $coverage)
        (select (f64.convert_i32_u (local.get $covered)) (f64.const nan) (local.get $known)))
      (local.set $bit (i32.add (local.get $bit) (local.get $size)))
      (local.set $coverage (i32.add (local.get $coverage) (i32.const 8)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $samples (local.get $count)))))
