;; The arithmetic of the network with 128-bit SIMD. src/language/plain.ts does the same in plain JavaScript, bit for bit:
;; products and their sums are integers, and every operation on floats is a single IEEE one in a fixed order.
;; After a change run `node scripts/kernel.mjs`, which writes kernel-bytes.ts; a test fails when the two part.
(module
  (memory (export "memory") 1)

  ;; y[t][i] = float(sum_j x[t][j] * w[i][j]) * scale[i] + bias[i]
  ;; x: n rows of c 16-bit integers, `stride` bytes apart; y: n rows of r floats. w: r rows of c, kept in blocks of 16 rows: for each pair
  ;; of columns the pairs of the block's rows, one behind the other, so that each lane adds up a row and no lanes need adding at the end.
  ;; c is even, r a multiple of 16; n is rounded up to 2, so x and y have room for one row more.
  (func (export "matmul") (param $x i32) (param $stride i32) (param $w i32) (param $scale i32) (param $bias i32)
      (param $y i32) (param $n i32) (param $c i32) (param $r i32)
    (local $i i32) (local $t i32) (local $end i32) (local $bytes i32) (local $at i32)
    (local $row i32) (local $xa i32) (local $xb i32) (local $ya i32) (local $yb i32) (local $line i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local $p v128) (local $q v128) (local $v v128)
    (local.set $bytes (i32.shl (local.get $c) (i32.const 1)))
    (local.set $line (i32.shl (local.get $r) (i32.const 2)))
    (loop $blocks
      (local.set $t (i32.const 0))
      (local.set $row (local.get $x))
      (local.set $ya (i32.add (local.get $y) (i32.shl (local.get $i) (i32.const 2))))
      (loop $words
        (local.set $xa (local.get $row))
        (local.set $xb (i32.add (local.get $row) (local.get $stride)))
        (local.set $row (i32.add (local.get $xb) (local.get $stride)))
        (local.set $end (i32.add (local.get $xa) (local.get $bytes)))
        (local.set $at (local.get $w))
        (local.set $a0 (v128.const i32x4 0 0 0 0))
        (local.set $a1 (v128.const i32x4 0 0 0 0))
        (local.set $a2 (v128.const i32x4 0 0 0 0))
        (local.set $a3 (v128.const i32x4 0 0 0 0))
        (local.set $b0 (v128.const i32x4 0 0 0 0))
        (local.set $b1 (v128.const i32x4 0 0 0 0))
        (local.set $b2 (v128.const i32x4 0 0 0 0))
        (local.set $b3 (v128.const i32x4 0 0 0 0))
        (loop $columns
          ;; a pair of columns of two words, times those of 16 rows
          (local.set $p (v128.load32_splat (local.get $xa)))
          (local.set $q (v128.load32_splat (local.get $xb)))
          (local.set $v (v128.load (local.get $at)))
          (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $p) (local.get $v))))
          (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $q) (local.get $v))))
          (local.set $v (v128.load offset=16 (local.get $at)))
          (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $p) (local.get $v))))
          (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $q) (local.get $v))))
          (local.set $v (v128.load offset=32 (local.get $at)))
          (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $p) (local.get $v))))
          (local.set $b2 (i32x4.add (local.get $b2) (i32x4.dot_i16x8_s (local.get $q) (local.get $v))))
          (local.set $v (v128.load offset=48 (local.get $at)))
          (local.set $a3 (i32x4.add (local.get $a3) (i32x4.dot_i16x8_s (local.get $p) (local.get $v))))
          (local.set $b3 (i32x4.add (local.get $b3) (i32x4.dot_i16x8_s (local.get $q) (local.get $v))))
          (local.set $at (i32.add (local.get $at) (i32.const 64)))
          (local.set $xb (i32.add (local.get $xb) (i32.const 4)))
          (br_if $columns (i32.lt_u (local.tee $xa (i32.add (local.get $xa) (i32.const 4))) (local.get $end))))
        (local.set $yb (i32.add (local.get $ya) (local.get $line)))
        (v128.store (local.get $ya) (f32x4.add (v128.load (local.get $bias)) (f32x4.mul (v128.load (local.get $scale)) (f32x4.convert_i32x4_s (local.get $a0)))))
        (v128.store offset=16 (local.get $ya) (f32x4.add (v128.load offset=16 (local.get $bias)) (f32x4.mul (v128.load offset=16 (local.get $scale)) (f32x4.convert_i32x4_s (local.get $a1)))))
        (v128.store offset=32 (local.get $ya) (f32x4.add (v128.load offset=32 (local.get $bias)) (f32x4.mul (v128.load offset=32 (local.get $scale)) (f32x4.convert_i32x4_s (local.get $a2)))))
        (v128.store offset=48 (local.get $ya) (f32x4.add (v128.load offset=48 (local.get $bias)) (f32x4.mul (v128.load offset=48 (local.get $scale)) (f32x4.convert_i32x4_s (local.get $a3)))))
        (v128.store (local.get $yb) (f32x4.add (v128.load (local.get $bias)) (f32x4.mul (v128.load (local.get $scale)) (f32x4.convert_i32x4_s (local.get $b0)))))
        (v128.store offset=16 (local.get $yb) (f32x4.add (v128.load offset=16 (local.get $bias)) (f32x4.mul (v128.load offset=16 (local.get $scale)) (f32x4.convert_i32x4_s (local.get $b1)))))
        (v128.store offset=32 (local.get $yb) (f32x4.add (v128.load offset=32 (local.get $bias)) (f32x4.mul (v128.load offset=32 (local.get $scale)) (f32x4.convert_i32x4_s (local.get $b2)))))
        (v128.store offset=48 (local.get $yb) (f32x4.add (v128.load offset=48 (local.get $bias)) (f32x4.mul (v128.load offset=48 (local.get $scale)) (f32x4.convert_i32x4_s (local.get $b3)))))
        (local.set $ya (i32.add (local.get $yb) (local.get $line)))
        (br_if $words (i32.lt_u (local.tee $t (i32.add (local.get $t) (i32.const 2))) (local.get $n))))
      (local.set $w (local.get $at))
      (local.set $scale (i32.add (local.get $scale) (i32.const 64)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 64)))
      (br_if $blocks (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $r)))))

  ;; y[i] = 16-bit integer nearest to 256 x[i], halves to even; `count` is a multiple of 8.
  (func $quantise (export "quantise") (param $x i32) (param $y i32) (param $count i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $count) (i32.const 2))))
    (loop $each
      (v128.store (local.get $y) (i16x8.narrow_i32x4_s
        (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.load (local.get $x)) (v128.const f32x4 256 256 256 256))))
        (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.load offset=16 (local.get $x)) (v128.const f32x4 256 256 256 256))))))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $each (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 32))) (local.get $end)))))

  ;; x[i] = max(x[i], 0); `count` is a multiple of 4.
  (func (export "relu") (param $x i32) (param $count i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $count) (i32.const 2))))
    (loop $each
      (v128.store (local.get $x) (f32x4.pmax (v128.const f32x4 0 0 0 0) (v128.load (local.get $x))))
      (br_if $each (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end)))))

  ;; x[i] += y[i]; `count` is a multiple of 4.
  (func (export "add") (param $x i32) (param $y i32) (param $count i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $count) (i32.const 2))))
    (loop $each
      (v128.store (local.get $x) (f32x4.add (v128.load (local.get $x)) (v128.load (local.get $y))))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $each (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end)))))

  (func $lanes (param $v v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v)))
      (f32.add (f32x4.extract_lane 2 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))

  ;; Layer norm of n rows of `width` floats, in place.
  (func (export "norm") (param $x i32) (param $n i32) (param $width i32) (param $gain i32) (param $bias i32)
    (local $j i32) (local $bytes i32) (local $v v128) (local $m v128) (local $s v128) (local $part f32)
    (local.set $bytes (i32.shl (local.get $width) (i32.const 2)))
    (local.set $part (f32.div (f32.const 1) (f32.convert_i32_s (local.get $width))))
    (loop $rows
      (local.set $s (v128.const f32x4 0 0 0 0))
      (local.set $j (i32.const 0))
      (loop $a
        (local.set $s (f32x4.add (local.get $s) (v128.load (i32.add (local.get $x) (local.get $j)))))
        (br_if $a (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes))))
      (local.set $m (f32x4.splat (f32.mul (call $lanes (local.get $s)) (local.get $part))))
      (local.set $s (v128.const f32x4 0 0 0 0))
      (local.set $j (i32.const 0))
      (loop $b
        (local.set $v (f32x4.sub (v128.load (i32.add (local.get $x) (local.get $j))) (local.get $m)))
        (local.set $s (f32x4.add (local.get $s) (f32x4.mul (local.get $v) (local.get $v))))
        (br_if $b (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes))))
      (local.set $s (f32x4.splat (f32.div (f32.const 1) (f32.sqrt (f32.add (f32.mul (call $lanes (local.get $s)) (local.get $part)) (f32.const 1e-5))))))
      (local.set $j (i32.const 0))
      (loop $c
        (v128.store (i32.add (local.get $x) (local.get $j))
          (f32x4.add (v128.load (i32.add (local.get $bias) (local.get $j)))
            (f32x4.mul (v128.load (i32.add (local.get $gain) (local.get $j)))
              (f32x4.mul (local.get $s) (f32x4.sub (v128.load (i32.add (local.get $x) (local.get $j))) (local.get $m))))))
        (br_if $c (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes))))
      (local.set $x (i32.add (local.get $x) (local.get $bytes)))
      (br_if $rows (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; The two-way recurrence: y has n rows of z, f, o (each `width` floats, forward half then backward half); x += gate(o) c.
  (func (export "recur") (param $y i32) (param $x i32) (param $n i32) (param $width i32)
    (local $i i32) (local $t i32) (local $bytes i32) (local $line i32) (local $p i32) (local $q i32) (local $step i32) (local $f v128) (local $c v128) (local $g v128)
    (local.set $bytes (i32.shl (local.get $width) (i32.const 2)))
    (local.set $line (i32.mul (local.get $bytes) (i32.const 3)))
    (loop $channels
      (local.set $c (v128.const f32x4 0 0 0 0))
      (local.set $step (i32.const 1))
      (local.set $p (i32.add (local.get $y) (local.get $i)))
      (local.set $q (i32.add (local.get $x) (local.get $i)))
      (if (i32.ge_u (local.get $i) (i32.shr_u (local.get $bytes) (i32.const 1)))
        (then
          (local.set $step (i32.const -1))
          (local.set $p (i32.add (local.get $p) (i32.mul (local.get $line) (i32.sub (local.get $n) (i32.const 1)))))
          (local.set $q (i32.add (local.get $q) (i32.mul (local.get $bytes) (i32.sub (local.get $n) (i32.const 1)))))))
      (local.set $t (local.get $n))
      (loop $words
        ;; the gate is 1/2 + (g/2) / sqrt(1 + g g)
        (local.set $g (v128.load (i32.add (local.get $p) (local.get $bytes))))
        (local.set $f (f32x4.add (v128.const f32x4 0.5 0.5 0.5 0.5)
          (f32x4.div (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (local.get $g))
            (f32x4.sqrt (f32x4.add (v128.const f32x4 1 1 1 1) (f32x4.mul (local.get $g) (local.get $g)))))))
        (local.set $c (f32x4.add (f32x4.mul (local.get $f) (local.get $c))
          (f32x4.mul (f32x4.sub (v128.const f32x4 1 1 1 1) (local.get $f)) (v128.load (local.get $p)))))
        (local.set $g (v128.load (i32.add (local.get $p) (i32.shl (local.get $bytes) (i32.const 1)))))
        (v128.store (local.get $q) (f32x4.add (v128.load (local.get $q))
          (f32x4.mul (f32x4.add (v128.const f32x4 0.5 0.5 0.5 0.5)
              (f32x4.div (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (local.get $g))
                (f32x4.sqrt (f32x4.add (v128.const f32x4 1 1 1 1) (f32x4.mul (local.get $g) (local.get $g)))))) (local.get $c))))
        (local.set $p (i32.add (local.get $p) (i32.mul (local.get $step) (local.get $line))))
        (local.set $q (i32.add (local.get $q) (i32.mul (local.get $step) (local.get $bytes))))
        (br_if $words (local.tee $t (i32.sub (local.get $t) (i32.const 1)))))
      (br_if $channels (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes)))))

  ;; out[i] = a[i] + b[i] + c[i]
  (func (export "sum3") (param $a i32) (param $b i32) (param $c i32) (param $out i32) (param $count i32)
    (local $j i32) (local $bytes i32)
    (local.set $bytes (i32.shl (local.get $count) (i32.const 2)))
    (loop $each
      (v128.store (i32.add (local.get $out) (local.get $j))
        (f32x4.add (f32x4.add (v128.load (i32.add (local.get $a) (local.get $j))) (v128.load (i32.add (local.get $b) (local.get $j))))
          (v128.load (i32.add (local.get $c) (local.get $j)))))
      (br_if $each (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes)))))
)
