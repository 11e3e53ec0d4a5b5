;; Sums over pairs of predictions and targets, two pairs at a time. All values are 64-bit floats. Parameters are
;; addresses, except the count and the origins.
(module
  (import "host" "memory" (memory 1))

  (func $add (param $lanes v128) (result f64)
    (f64.add (f64x2.extract_lane 0 (local.get $lanes)) (f64x2.extract_lane 1 (local.get $lanes))))

  (func (export "addPairs")
    (param $count i32)        ;; number of pairs, even and above 0
    (param $preds i32)        ;; address of the predictions
    (param $target i32)       ;; address of the targets
    (param $firstPred f64)    ;; origin of the predictions
    (param $firstTarget f64)  ;; origin of the targets
    (param $results i32)      ;; address of 9 results, in the order of PairSums
    (local $end i32)
    (local $predsOrigin v128) (local $targetOrigin v128) (local $errorsOrigin v128)
    (local $pred v128) (local $truth v128) (local $error v128)
    (local $x v128) (local $y v128) (local $z v128)
    (local $xx v128) (local $yy v128) (local $zz v128) (local $xy v128)
    (local $low v128) (local $high v128)
    (local.set $predsOrigin (f64x2.splat (local.get $firstPred)))
    (local.set $targetOrigin (f64x2.splat (local.get $firstTarget)))
    (local.set $errorsOrigin (f64x2.sub (local.get $predsOrigin) (local.get $targetOrigin)))
    (local.set $low (local.get $targetOrigin))
    (local.set $high (local.get $targetOrigin))
    (local.set $end (i32.add (local.get $preds) (i32.shl (local.get $count) (i32.const 3))))
    (loop $pairs
      (local.set $pred (v128.load align=8 (local.get $preds)))
      (local.set $truth (v128.load align=8 (local.get $target)))
      (local.set $low (f64x2.pmin (local.get $low) (local.get $truth)))
      (local.set $high (f64x2.pmax (local.get $high) (local.get $truth)))
      (local.set $error
        (f64x2.sub (f64x2.sub (local.get $pred) (local.get $truth)) (local.get $errorsOrigin)))
      (local.set $z (f64x2.add (local.get $z) (local.get $error)))
      (local.set $zz (f64x2.add (local.get $zz) (f64x2.mul (local.get $error) (local.get $error))))
      (local.set $pred (f64x2.sub (local.get $pred) (local.get $predsOrigin)))
      (local.set $truth (f64x2.sub (local.get $truth) (local.get $targetOrigin)))
      (local.set $x (f64x2.add (local.get $x) (local.get $pred)))
      (local.set $y (f64x2.add (local.get $y) (local.get $truth)))
      (local.set $xx (f64x2.add (local.get $xx) (f64x2.mul (local.get $pred) (local.get $pred))))
      (local.set $yy (f64x2.add (local.get $yy) (f64x2.mul (local.get $truth) (local.get $truth))))
      (local.set $xy (f64x2.add (local.get $xy) (f64x2.mul (local.get $pred) (local.get $truth))))
      (local.set $target (i32.add (local.get $target) (i32.const 16)))
      (local.set $preds (i32.add (local.get $preds) (i32.const 16)))
      (br_if $pairs (i32.lt_u (local.get $preds) (local.get $end))))
    (f64.store (local.get $results) (call $add (local.get $x)))
    (f64.store offset=8 (local.get $results) (call $add (local.get $y)))
    (f64.store offset=16 (local.get $results) (call $add (local.get $z)))
    (f64.store offset=24 (local.get $results) (call $add (local.get $xx)))
    (f64.store offset=32 (local.get $results) (call $add (local.get $yy)))
    (f64.store offset=40 (local.get $results) (call $add (local.get $zz)))
    (f64.store offset=48 (local.get $results) (call $add (local.get $xy)))
    (f64.store offset=56 (local.get $results)
      (f64.min (f64x2.extract_lane 0 (local.get $low)) (f64x2.extract_lane 1 (local.get $low))))
    (f64.store offset=64 (local.get $results)
      (f64.max (f64x2.extract_lane 0 (local.get $high)) (f64x2.extract_lane 1 (local.get $high))))))
