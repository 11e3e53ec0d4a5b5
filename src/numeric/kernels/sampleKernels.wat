;; Inner loops over samples, on two values at a time. All values are 64-bit floats in row-major order. Parameters
;; are addresses or sizes in bytes, except counts and the metric.
(module
  (import "host" "memory" (memory 1))

  (type $distances
    (func (param $row i32) (param $end i32) (param $column i32) (result v128 v128 v128 v128)))
  (table funcref (elem $euclidean $manhattan $chebyshev))

  (func (export "addDifferences")
    (param $count i32)    ;; number of rows
    (param $width i32)    ;; bytes per row
    (param $row i32)      ;; address of the first row
    (param $cluster i32)  ;; address of its cluster index, 32 bits each
    (param $origins i32)  ;; address of the origins, one row per cluster
    (param $sums i32)     ;; address of the sums, one row per cluster
    (param $squares i32)  ;; address of the result for the first row
    (local $origin i32) (local $sum i32) (local $fours i32) (local $end i32)
    (local $difference v128) (local $square0 v128) (local $square1 v128)
    (local $single f64) (local $square f64)
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $rows
      (local.set $origin (i32.mul (i32.load (local.get $cluster)) (local.get $width)))
      (local.set $sum (i32.add (local.get $sums) (local.get $origin)))
      (local.set $origin (i32.add (local.get $origins) (local.get $origin)))
      (local.set $square0 (v128.const f64x2 0 0))
      (local.set $square1 (v128.const f64x2 0 0))
      (local.set $square (f64.const 0))
      (local.set $fours (i32.add (local.get $row) (i32.and (local.get $width) (i32.const -32))))
      (local.set $end (i32.add (local.get $row) (local.get $width)))
      ;; Four columns at once, then the remaining ones.
      (if (i32.lt_u (local.get $row) (local.get $fours)) (then
        (loop $columns
          (local.set $difference
            (f64x2.sub
              (v128.load align=8 (local.get $row))
              (v128.load align=8 (local.get $origin))))
          (v128.store align=8 (local.get $sum)
            (f64x2.add (v128.load align=8 (local.get $sum)) (local.get $difference)))
          (local.set $square0
            (f64x2.add (local.get $square0)
              (f64x2.mul (local.get $difference) (local.get $difference))))
          (local.set $difference
            (f64x2.sub
              (v128.load offset=16 align=8 (local.get $row))
              (v128.load offset=16 align=8 (local.get $origin))))
          (v128.store offset=16 align=8 (local.get $sum)
            (f64x2.add (v128.load offset=16 align=8 (local.get $sum)) (local.get $difference)))
          (local.set $square1
            (f64x2.add (local.get $square1)
              (f64x2.mul (local.get $difference) (local.get $difference))))
          (local.set $origin (i32.add (local.get $origin) (i32.const 32)))
          (local.set $sum (i32.add (local.get $sum) (i32.const 32)))
          (local.set $row (i32.add (local.get $row) (i32.const 32)))
          (br_if $columns (i32.lt_u (local.get $row) (local.get $fours))))))
      (if (i32.lt_u (local.get $row) (local.get $end)) (then
        (loop $columns
          (local.set $single (f64.sub (f64.load (local.get $row)) (f64.load (local.get $origin))))
          (f64.store (local.get $sum) (f64.add (f64.load (local.get $sum)) (local.get $single)))
          (local.set $square
            (f64.add (local.get $square) (f64.mul (local.get $single) (local.get $single))))
          (local.set $origin (i32.add (local.get $origin) (i32.const 8)))
          (local.set $sum (i32.add (local.get $sum) (i32.const 8)))
          (local.set $row (i32.add (local.get $row) (i32.const 8)))
          (br_if $columns (i32.lt_u (local.get $row) (local.get $end))))))
      (local.set $square0 (f64x2.add (local.get $square0) (local.get $square1)))
      (f64.store (local.get $squares)
        (f64.add (local.get $square)
          (f64.add
            (f64x2.extract_lane 0 (local.get $square0))
            (f64x2.extract_lane 1 (local.get $square0)))))
      (local.set $squares (i32.add (local.get $squares) (i32.const 8)))
      (local.set $cluster (i32.add (local.get $cluster) (i32.const 4)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $rows (local.get $count))))

  ;; Euclidean distances between one row and the 8 rows of a block.
  (func $euclidean (type $distances)
    (param $row i32) (param $end i32) (param $column i32) (result v128 v128 v128 v128)
    (local $far0 v128) (local $far1 v128) (local $far2 v128) (local $far3 v128)
    (local $value v128) (local $difference v128)
    (loop $columns
      (local.set $value (v128.load64_splat (local.get $row)))
      (local.set $difference
        (f64x2.sub (v128.load (local.get $column)) (local.get $value)))
      (local.set $far0
        (f64x2.add (local.get $far0) (f64x2.mul (local.get $difference) (local.get $difference))))
      (local.set $difference
        (f64x2.sub (v128.load offset=16 (local.get $column)) (local.get $value)))
      (local.set $far1
        (f64x2.add (local.get $far1) (f64x2.mul (local.get $difference) (local.get $difference))))
      (local.set $difference
        (f64x2.sub (v128.load offset=32 (local.get $column)) (local.get $value)))
      (local.set $far2
        (f64x2.add (local.get $far2) (f64x2.mul (local.get $difference) (local.get $difference))))
      (local.set $difference
        (f64x2.sub (v128.load offset=48 (local.get $column)) (local.get $value)))
      (local.set $far3
        (f64x2.add (local.get $far3) (f64x2.mul (local.get $difference) (local.get $difference))))
      (local.set $column (i32.add (local.get $column) (i32.const 64)))
      (local.set $row (i32.add (local.get $row) (i32.const 8)))
      (br_if $columns (i32.lt_u (local.get $row) (local.get $end))))
    (f64x2.sqrt (local.get $far0)) (f64x2.sqrt (local.get $far1))
    (f64x2.sqrt (local.get $far2)) (f64x2.sqrt (local.get $far3)))

  ;; Manhattan distances, likewise. The mask is faster than f64x2.abs, which loads it for each value.
  (func $manhattan (type $distances)
    (param $row i32) (param $end i32) (param $column i32) (result v128 v128 v128 v128)
    (local $far0 v128) (local $far1 v128) (local $far2 v128) (local $far3 v128)
    (local $value v128) (local $magnitude v128)
    (local.set $magnitude (v128.const i64x2 0x7fffffffffffffff 0x7fffffffffffffff))
    (loop $columns
      (local.set $value (v128.load64_splat (local.get $row)))
      (local.set $far0
        (f64x2.add (local.get $far0)
          (v128.and (local.get $magnitude) (f64x2.sub (v128.load (local.get $column)) (local.get $value)))))
      (local.set $far1
        (f64x2.add (local.get $far1)
          (v128.and (local.get $magnitude) (f64x2.sub (v128.load offset=16 (local.get $column)) (local.get $value)))))
      (local.set $far2
        (f64x2.add (local.get $far2)
          (v128.and (local.get $magnitude) (f64x2.sub (v128.load offset=32 (local.get $column)) (local.get $value)))))
      (local.set $far3
        (f64x2.add (local.get $far3)
          (v128.and (local.get $magnitude) (f64x2.sub (v128.load offset=48 (local.get $column)) (local.get $value)))))
      (local.set $column (i32.add (local.get $column) (i32.const 64)))
      (local.set $row (i32.add (local.get $row) (i32.const 8)))
      (br_if $columns (i32.lt_u (local.get $row) (local.get $end))))
    (local.get $far0) (local.get $far1) (local.get $far2) (local.get $far3))

  ;; Chebyshev distances, likewise.
  (func $chebyshev (type $distances)
    (param $row i32) (param $end i32) (param $column i32) (result v128 v128 v128 v128)
    (local $far0 v128) (local $far1 v128) (local $far2 v128) (local $far3 v128)
    (local $value v128) (local $magnitude v128)
    (local.set $magnitude (v128.const i64x2 0x7fffffffffffffff 0x7fffffffffffffff))
    (loop $columns
      (local.set $value (v128.load64_splat (local.get $row)))
      (local.set $far0
        (f64x2.pmax (local.get $far0)
          (v128.and (local.get $magnitude) (f64x2.sub (v128.load (local.get $column)) (local.get $value)))))
      (local.set $far1
        (f64x2.pmax (local.get $far1)
          (v128.and (local.get $magnitude) (f64x2.sub (v128.load offset=16 (local.get $column)) (local.get $value)))))
      (local.set $far2
        (f64x2.pmax (local.get $far2)
          (v128.and (local.get $magnitude) (f64x2.sub (v128.load offset=32 (local.get $column)) (local.get $value)))))
      (local.set $far3
        (f64x2.pmax (local.get $far3)
          (v128.and (local.get $magnitude) (f64x2.sub (v128.load offset=48 (local.get $column)) (local.get $value)))))
      (local.set $column (i32.add (local.get $column) (i32.const 64)))
      (local.set $row (i32.add (local.get $row) (i32.const 8)))
      (br_if $columns (i32.lt_u (local.get $row) (local.get $end))))
    (local.get $far0) (local.get $far1) (local.get $far2) (local.get $far3))

  (func (export "addDistances")
    (param $metric i32)     ;; index of the distance in the table
    (param $count i32)      ;; number of rows
    (param $width i32)      ;; bytes per row
    (param $row i32)        ;; address of the first row
    (param $sums i32)       ;; address of the sum of the first row
    (param $block i32)      ;; address of the block: 8 values per column
    (param $masks i32)      ;; address of 8 masks, all bits set where the block has a row
    (param $blockSums i32)  ;; address of the 8 sums of the block
    (local $far0 v128) (local $far1 v128) (local $far2 v128) (local $far3 v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local $end i32) (local $column i32) (local $value v128) (local $difference v128)
    (if (i32.eqz (local.get $count)) (then (return)))
    (local.set $sum0 (v128.load (local.get $blockSums)))
    (local.set $sum1 (v128.load offset=16 (local.get $blockSums)))
    (local.set $sum2 (v128.load offset=32 (local.get $blockSums)))
    (local.set $sum3 (v128.load offset=48 (local.get $blockSums)))
    (loop $rows
      (local.set $end (i32.add (local.get $row) (local.get $width)))
      (if (local.get $metric)
        (then
          (call_indirect (type $distances)
            (local.get $row) (local.get $end) (local.get $block) (local.get $metric))
          (local.set $far3) (local.set $far2) (local.set $far1) (local.set $far0))
        (else
          ;; $euclidean inline. With a call per row, the square roots of a row delay the next one: it takes a third longer.
          (local.set $far0 (v128.const i64x2 0 0)) (local.set $far1 (v128.const i64x2 0 0))
          (local.set $far2 (v128.const i64x2 0 0)) (local.set $far3 (v128.const i64x2 0 0))
          (local.set $column (local.get $block))
          (loop $columns
            (local.set $value (v128.load64_splat (local.get $row)))
            (local.set $difference
              (f64x2.sub (v128.load (local.get $column)) (local.get $value)))
            (local.set $far0
              (f64x2.add (local.get $far0)
                (f64x2.mul (local.get $difference) (local.get $difference))))
            (local.set $difference
              (f64x2.sub (v128.load offset=16 (local.get $column)) (local.get $value)))
            (local.set $far1
              (f64x2.add (local.get $far1)
                (f64x2.mul (local.get $difference) (local.get $difference))))
            (local.set $difference
              (f64x2.sub (v128.load offset=32 (local.get $column)) (local.get $value)))
            (local.set $far2
              (f64x2.add (local.get $far2)
                (f64x2.mul (local.get $difference) (local.get $difference))))
            (local.set $difference
              (f64x2.sub (v128.load offset=48 (local.get $column)) (local.get $value)))
            (local.set $far3
              (f64x2.add (local.get $far3)
                (f64x2.mul (local.get $difference) (local.get $difference))))
            (local.set $column (i32.add (local.get $column) (i32.const 64)))
            (local.set $row (i32.add (local.get $row) (i32.const 8)))
            (br_if $columns (i32.lt_u (local.get $row) (local.get $end))))
          (local.set $far0 (f64x2.sqrt (local.get $far0)))
          (local.set $far1 (f64x2.sqrt (local.get $far1)))
          (local.set $far2 (f64x2.sqrt (local.get $far2)))
          (local.set $far3 (f64x2.sqrt (local.get $far3)))))
      (local.set $far0
        (v128.and (local.get $far0) (v128.load (local.get $masks))))
      (local.set $far1
        (v128.and (local.get $far1) (v128.load offset=16 (local.get $masks))))
      (local.set $far2
        (v128.and (local.get $far2) (v128.load offset=32 (local.get $masks))))
      (local.set $far3
        (v128.and (local.get $far3) (v128.load offset=48 (local.get $masks))))
      (local.set $sum0 (f64x2.add (local.get $sum0) (local.get $far0)))
      (local.set $sum1 (f64x2.add (local.get $sum1) (local.get $far1)))
      (local.set $sum2 (f64x2.add (local.get $sum2) (local.get $far2)))
      (local.set $sum3 (f64x2.add (local.get $sum3) (local.get $far3)))
      (local.set $far0
        (f64x2.add
          (f64x2.add (local.get $far0) (local.get $far1))
          (f64x2.add (local.get $far2) (local.get $far3))))
      (f64.store (local.get $sums)
        (f64.add (f64.load (local.get $sums))
          (f64.add
            (f64x2.extract_lane 0 (local.get $far0))
            (f64x2.extract_lane 1 (local.get $far0)))))
      (local.set $row (local.get $end))
      (local.set $sums (i32.add (local.get $sums) (i32.const 8)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $rows (local.get $count)))
    (v128.store (local.get $blockSums) (local.get $sum0))
    (v128.store offset=16 (local.get $blockSums) (local.get $sum1))
    (v128.store offset=32 (local.get $blockSums) (local.get $sum2))
    (v128.store offset=48 (local.get $blockSums) (local.get $sum3)))

  ;; Counts the rows within the radius of each row of a block, and those exactly at it, by the Chebyshev distance.
  (func (export "countWithin")
    (param $count i32)   ;; number of rows
    (param $width i32)   ;; bytes per row
    (param $row i32)     ;; address of the first row
    (param $block i32)   ;; address of the block: 8 values per column
    (param $radii i32)   ;; address of the 8 radii
    (param $within i32)  ;; address of the 8 counts within the radius, 64 bits each
    (param $tied i32)    ;; address of the 8 counts at the radius
    (local $far0 v128) (local $far1 v128) (local $far2 v128) (local $far3 v128)
    (local $within0 v128) (local $within1 v128) (local $within2 v128) (local $within3 v128)
    (local $tied0 v128) (local $tied1 v128) (local $tied2 v128) (local $tied3 v128)
    (local $end i32)
    (if (i32.eqz (local.get $count)) (then (return)))
    (local.set $within0 (v128.load (local.get $within)))
    (local.set $within1 (v128.load offset=16 (local.get $within)))
    (local.set $within2 (v128.load offset=32 (local.get $within)))
    (local.set $within3 (v128.load offset=48 (local.get $within)))
    (local.set $tied0 (v128.load (local.get $tied)))
    (local.set $tied1 (v128.load offset=16 (local.get $tied)))
    (local.set $tied2 (v128.load offset=32 (local.get $tied)))
    (local.set $tied3 (v128.load offset=48 (local.get $tied)))
    (loop $rows
      (local.set $end (i32.add (local.get $row) (local.get $width)))
      (call $chebyshev (local.get $row) (local.get $end) (local.get $block))
      (local.set $far3) (local.set $far2) (local.set $far1) (local.set $far0)
      (local.set $within0
        (i64x2.sub (local.get $within0)
          (f64x2.le (local.get $far0) (v128.load (local.get $radii)))))
      (local.set $tied0
        (i64x2.sub (local.get $tied0)
          (f64x2.eq (local.get $far0) (v128.load (local.get $radii)))))
      (local.set $within1
        (i64x2.sub (local.get $within1)
          (f64x2.le (local.get $far1) (v128.load offset=16 (local.get $radii)))))
      (local.set $tied1
        (i64x2.sub (local.get $tied1)
          (f64x2.eq (local.get $far1) (v128.load offset=16 (local.get $radii)))))
      (local.set $within2
        (i64x2.sub (local.get $within2)
          (f64x2.le (local.get $far2) (v128.load offset=32 (local.get $radii)))))
      (local.set $tied2
        (i64x2.sub (local.get $tied2)
          (f64x2.eq (local.get $far2) (v128.load offset=32 (local.get $radii)))))
      (local.set $within3
        (i64x2.sub (local.get $within3)
          (f64x2.le (local.get $far3) (v128.load offset=48 (local.get $radii)))))
      (local.set $tied3
        (i64x2.sub (local.get $tied3)
          (f64x2.eq (local.get $far3) (v128.load offset=48 (local.get $radii)))))
      (local.set $row (local.get $end))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $rows (local.get $count)))
    (v128.store (local.get $within) (local.get $within0))
    (v128.store offset=16 (local.get $within) (local.get $within1))
    (v128.store offset=32 (local.get $within) (local.get $within2))
    (v128.store offset=48 (local.get $within) (local.get $within3))
    (v128.store (local.get $tied) (local.get $tied0))
    (v128.store offset=16 (local.get $tied) (local.get $tied1))
    (v128.store offset=32 (local.get $tied) (local.get $tied2))
    (v128.store offset=48 (local.get $tied) (local.get $tied3)))

  ;; Updates the distances of the nearest rows to each row of a block.
  (func (export "findNearest")
    (param $metric i32)   ;; index of the distance in the table
    (param $count i32)    ;; number of rows
    (param $width i32)    ;; bytes per row
    (param $row i32)      ;; address of the first row
    (param $block i32)    ;; address of the block: 8 values per column
    (param $nearest i32)  ;; address of the distances: 8 nearest ones, 8 second nearest ones and so on
    (param $last i32)     ;; address of the last 8 of them
    (local $far0 v128) (local $far1 v128) (local $far2 v128) (local $far3 v128)
    (local $end i32) (local $rank i32) (local $value v128)
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $rows
      (local.set $end (i32.add (local.get $row) (local.get $width)))
      (call_indirect (type $distances)
        (local.get $row) (local.get $end) (local.get $block) (local.get $metric))
      (local.set $far3) (local.set $far2) (local.set $far1) (local.set $far0)
      (if (v128.any_true
          (v128.or
            (v128.or
              (f64x2.lt (local.get $far0) (v128.load (local.get $last)))
              (f64x2.lt (local.get $far1) (v128.load offset=16 (local.get $last))))
            (v128.or
              (f64x2.lt (local.get $far2) (v128.load offset=32 (local.get $last)))
              (f64x2.lt (local.get $far3) (v128.load offset=48 (local.get $last))))))
        (then
          ;; Each rank keeps the smaller distance and passes the larger one on.
          (local.set $rank (local.get $nearest))
          (loop $ranks
            (local.set $value (v128.load (local.get $rank)))
            (v128.store (local.get $rank) (f64x2.pmin (local.get $value) (local.get $far0)))
            (local.set $far0 (f64x2.pmax (local.get $value) (local.get $far0)))
            (local.set $value (v128.load offset=16 (local.get $rank)))
            (v128.store offset=16 (local.get $rank) (f64x2.pmin (local.get $value) (local.get $far1)))
            (local.set $far1 (f64x2.pmax (local.get $value) (local.get $far1)))
            (local.set $value (v128.load offset=32 (local.get $rank)))
            (v128.store offset=32 (local.get $rank) (f64x2.pmin (local.get $value) (local.get $far2)))
            (local.set $far2 (f64x2.pmax (local.get $value) (local.get $far2)))
            (local.set $value (v128.load offset=48 (local.get $rank)))
            (v128.store offset=48 (local.get $rank) (f64x2.pmin (local.get $value) (local.get $far3)))
            (local.set $far3 (f64x2.pmax (local.get $value) (local.get $far3)))
            (local.set $rank (i32.add (local.get $rank) (i32.const 64)))
            (br_if $ranks (i32.le_u (local.get $rank) (local.get $last))))))
      (local.set $row (local.get $end))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $rows (local.get $count)))))
