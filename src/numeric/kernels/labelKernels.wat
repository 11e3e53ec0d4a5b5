;; Inner loops over labels, on arrays at fixed addresses: 2^18 counts of 32 bits at 0, 2^14 values of 32 bits or 2^13
;; values of 64 bits at 2^20, and 2^14 integers of 32 bits at 2^20 + 2^16.
(module
  (memory (export "memory") 18)

  ;; Counts pairs of codes in a matrix, four at a time: the row codes at 2^20 and the column codes at 2^20 + 2^16. Stops
  ;; at the first four of which a pair is outside the matrix, and returns the number of pairs counted.
  (func (export "countPairs")
    (param $count i32)    ;; number of pairs, a multiple of 4, not 0
    (param $top i32)      ;; code of the first row
    (param $left i32)     ;; code of the first column
    (param $rows i32)     ;; number of rows, a power of 2
    (param $columns i32)  ;; number of columns, a power of 2
    (result i32)
    (local $i i32) (local $cell i32) (local $cells i64) (local $row v128) (local $column v128)
    (local $tops v128) (local $lefts v128) (local $rowMask v128) (local $columnMask v128)
    (local.set $tops (i32x4.splat (local.get $top)))
    (local.set $lefts (i32x4.splat (local.get $left)))
    ;; Bits that a difference from the first code has only outside the matrix.
    (local.set $rowMask (i32x4.splat (i32.sub (i32.const 0) (local.get $rows))))
    (local.set $columnMask (i32x4.splat (i32.sub (i32.const 0) (local.get $columns))))
    ;; The shift that takes a row to its address.
    (local.set $columns (i32.add (i32.ctz (local.get $columns)) (i32.const 2)))
    (local.set $count (i32.shl (local.get $count) (i32.const 2)))
    (block $outside
      (loop $pairs
        (local.set $row (i32x4.sub (v128.load offset=0x100000 (local.get $i)) (local.get $tops)))
        (local.set $column (i32x4.sub (v128.load offset=0x110000 (local.get $i)) (local.get $lefts)))
        (br_if $outside
          (v128.any_true
            (v128.or
              (v128.and (local.get $row) (local.get $rowMask))
              (v128.and (local.get $column) (local.get $columnMask)))))
        (local.set $row
          (i32x4.add
            (i32x4.shl (local.get $row) (local.get $columns))
            (i32x4.shl (local.get $column) (i32.const 2))))
        ;; Extracting the addresses of two cells at once is faster than one at a time.
        (local.set $cells (i64x2.extract_lane 0 (local.get $row)))
        (local.set $cell (i32.wrap_i64 (local.get $cells)))
        (i32.store (local.get $cell) (i32.add (i32.load (local.get $cell)) (i32.const 1)))
        (local.set $cell (i32.wrap_i64 (i64.shr_u (local.get $cells) (i64.const 32))))
        (i32.store (local.get $cell) (i32.add (i32.load (local.get $cell)) (i32.const 1)))
        (local.set $cells (i64x2.extract_lane 1 (local.get $row)))
        (local.set $cell (i32.wrap_i64 (local.get $cells)))
        (i32.store (local.get $cell) (i32.add (i32.load (local.get $cell)) (i32.const 1)))
        (local.set $cell (i32.wrap_i64 (i64.shr_u (local.get $cells) (i64.const 32))))
        (i32.store (local.get $cell) (i32.add (i32.load (local.get $cell)) (i32.const 1)))
        (local.set $i (i32.add (local.get $i) (i32.const 16)))
        (br_if $pairs (i32.lt_u (local.get $i) (local.get $count)))))
    (i32.shr_u (local.get $i) (i32.const 2)))

  ;; Converts the 32-bit floats at 2^20 to 32-bit integers at 2^20 + 2^16, four at a time. Returns 1 if this has not
  ;; changed a value.
  (func (export "float32sToInts")
    (param $count i32)  ;; number of values, a multiple of 4, not 0
    (result i32)
    (local $i i32) (local $changed v128) (local $value v128) (local $int v128)
    (local.set $count (i32.shl (local.get $count) (i32.const 2)))
    (loop $values
      (local.set $value (v128.load offset=0x100000 (local.get $i)))
      (local.set $int (i32x4.trunc_sat_f32x4_s (local.get $value)))
      (v128.store offset=0x110000 (local.get $i) (local.get $int))
      ;; 2^31 becomes 2^31 - 1, which no 32-bit float is, and becomes 2^31 again.
      (local.set $changed
        (v128.or
          (v128.or
            (local.get $changed)
            (f32x4.ne (local.get $value) (f32x4.convert_i32x4_s (local.get $int))))
          (i32x4.eq (local.get $int) (i32x4.splat (i32.const 0x7fffffff)))))
      (local.set $i (i32.add (local.get $i) (i32.const 16)))
      (br_if $values (i32.lt_u (local.get $i) (local.get $count))))
    (i32.eqz (v128.any_true (local.get $changed))))

  ;; Converts the 64-bit floats at 2^20 to 32-bit integers at 2^20 + 2^16, two at a time. Returns 1 if this has not
  ;; changed a value.
  (func (export "float64sToInts")
    (param $count i32)  ;; number of values, a multiple of 2, not 0
    (result i32)
    (local $i i32) (local $changed v128) (local $value v128) (local $int v128)
    (local.set $count (i32.shl (local.get $count) (i32.const 2)))
    (loop $values
      (local.set $value (v128.load offset=0x100000 (i32.shl (local.get $i) (i32.const 1))))
      (local.set $int (i32x4.trunc_sat_f64x2_s_zero (local.get $value)))
      (v128.store64_lane offset=0x110000 0 (local.get $i) (local.get $int))
      (local.set $changed
        (v128.or
          (local.get $changed)
          (f64x2.ne (local.get $value) (f64x2.convert_low_i32x4_s (local.get $int)))))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $values (i32.lt_u (local.get $i) (local.get $count))))
    (i32.eqz (v128.any_true (local.get $changed))))

  ;; Converts the 64-bit integers at 2^20 to 32-bit integers at 2^20 + 2^16, four at a time. Returns 1 if this has not
  ;; changed a value.
  (func (export "bigintsToInts")
    (param $count i32)       ;; number of values, a multiple of 4, not 0
    (param $isUnsigned i32)  ;; 1 if they are unsigned, 0 if they are signed
    (result i32)
    (local $i i32) (local $changed v128) (local $low v128) (local $high v128) (local $sign v128)
    ;; The bit that an unsigned value must not have.
    (local.set $sign (i32x4.splat (i32.shl (local.get $isUnsigned) (i32.const 31))))
    (local.set $count (i32.shl (local.get $count) (i32.const 2)))
    (loop $values
      (local.set $low (v128.load offset=0x100000 (i32.shl (local.get $i) (i32.const 1))))
      (local.set $high (v128.load offset=0x100010 (i32.shl (local.get $i) (i32.const 1))))
      (v128.store offset=0x110000 (local.get $i)
        (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $low) (local.get $high)))
      (local.set $high
        (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $low) (local.get $high)))
      ;; The high half must repeat the sign of the low half.
      (local.set $changed
        (v128.or
          (v128.or (local.get $changed) (v128.and (local.get $high) (local.get $sign)))
          (v128.xor
            (local.get $high)
            (i32x4.shr_s (v128.load offset=0x110000 (local.get $i)) (i32.const 31)))))
      (local.set $i (i32.add (local.get $i) (i32.const 16)))
      (br_if $values (i32.lt_u (local.get $i) (local.get $count))))
    (i32.eqz (v128.any_true (local.get $changed))))
)
