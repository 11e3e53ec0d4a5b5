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

  ;; Manhattan distances, likewise.
  (func $manhattan (type $distances)
    (param $row i32) (param $end i32) (param $column i32) (result v128 v128 v128 v128)
    (local $far0 v128) (local $far1 v128) (local $far2 v128) (local $far3 v128)
    (local $value v128)
    (loop $columns
      (local.set $value (v128.load64_splat (local.get $row)))
      (local.set $far0
        (f64x2.add (local.get $far0)
          (f64x2.abs (f64x2.sub (v128.load (local.get $column)) (local.get $value)))))
      (local.set $far1
        (f64x2.add (local.get $far1)
          (f64x2.abs (f64x2.sub (v128.load offset=16 (local.get $column)) (local.get $value)))))
      (local.set $far2
        (f64x2.add (local.get $far2)
          (f64x2.abs (f64x2.sub (v128.load offset=32 (local.get $column)) (local.get $value)))))
      (local.set $far3
        (f64x2.add (local.get $far3)
          (f64x2.abs (f64x2.sub (v128.load offset=48 (local.get $column)) (local.get $value)))))
      (local.set $column (i32.add (local.get $column) (i32.const 64)))
      (local.set $row (i32.add (local.get $row) (i32.const 8)))
      (br_if $columns (i32.lt_u (local.get $row) (local.get $end))))
    (local.get $far0) (local.get $far1) (local.get $far2) (local.get $far3))

  ;; Chebyshev distances, likewise.
  (func $chebyshev (type $distances)
    (param $row i32) (param $end i32) (param $column i32) (result v128 v128 v128 v128)
    (local $far0 v128) (local $far1 v128) (local $far2 v128) (local $far3 v128)
    (local $value v128)
    (loop $columns
      (local.set $value (v128.load64_splat (local.get $row)))
      (local.set $far0
        (f64x2.pmax (local.get $far0)
          (f64x2.abs (f64x2.sub (v128.load (local.get $column)) (local.get $value)))))
      (local.set $far1
        (f64x2.pmax (local.get $far1)
          (f64x2.abs (f64x2.sub (v128.load offset=16 (local.get $column)) (local.get $value)))))
      (local.set $far2
        (f64x2.pmax (local.get $far2)
          (f64x2.abs (f64x2.sub (v128.load offset=32 (local.get $column)) (local.get $value)))))
      (local.set $far3
        (f64x2.pmax (local.get $far3)
          (f64x2.abs (f64x2.sub (v128.load offset=48 (local.get $column)) (local.get $value)))))
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
    (local $end i32)
    (if (i32.eqz (local.get $count)) (then (return)))
    (local.set $sum0 (v128.load (local.get $blockSums)))
    (local.set $sum1 (v128.load offset=16 (local.get $blockSums)))
    (local.set $sum2 (v128.load offset=32 (local.get $blockSums)))
    (local.set $sum3 (v128.load offset=48 (local.get $blockSums)))
    (loop $rows
      (local.set $end (i32.add (local.get $row) (local.get $width)))
      (call_indirect (type $distances)
        (local.get $row) (local.get $end) (local.get $block) (local.get $metric))
      (local.set $far3) (local.set $far2) (local.set $far1) (local.set $far0)
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
    (v128.store offset=48 (local.get $blockSums) (local.get $sum3))))
