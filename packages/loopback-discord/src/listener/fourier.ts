/**
 * How alike two signals are at every shift: `correlation[lag]` is the sum of `a[i] * b[i + lag]`, negative lags counted
 * from the end. Computed through the Fourier transform, since shifting by hand is quadratic.
 */
export function crossCorrelate(a: Float64Array, b: Float64Array): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(a.length + b.length))
  // Both signals are real, so one transform carries them as its real and its imaginary part.
  const real = new Float64Array(size)
  const imaginary = new Float64Array(size)
  real.set(a)
  imaginary.set(b)
  transform(real, imaginary)
  const productReal = new Float64Array(size)
  const productImaginary = new Float64Array(size)
  for (let k = 0; k < size; k++) {
    const mirror = (size - k) % size
    const aReal = (real[k]! + real[mirror]!) / 2
    const aImaginary = (imaginary[k]! - imaginary[mirror]!) / 2
    const bReal = (imaginary[k]! + imaginary[mirror]!) / 2
    const bImaginary = (real[mirror]! - real[k]!) / 2
    productReal[k] = aReal * bReal + aImaginary * bImaginary
    // Conjugated, so that another forward transform serves as the inverse one.
    productImaginary[k] = aImaginary * bReal - aReal * bImaginary
  }
  transform(productReal, productImaginary)
  return productReal.map((value) => value / size)
}

/** Cooley and Tukey's transform in place, for lengths that are powers of two. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  reorder(real, imaginary)
  for (let half = 1; half < real.length; half *= 2) {
    for (let k = 0; k < half; k++) {
      const angle = (-Math.PI * k) / half
      const cosine = Math.cos(angle)
      const sine = Math.sin(angle)
      for (let even = k; even < real.length; even += 2 * half) {
        const odd = even + half
        const oddReal = real[odd]! * cosine - imaginary[odd]! * sine
        const oddImaginary = real[odd]! * sine + imaginary[odd]! * cosine
        real[odd] = real[even]! - oddReal
        imaginary[odd] = imaginary[even]! - oddImaginary
        real[even]! += oddReal
        imaginary[even]! += oddImaginary
      }
    }
  }
}

/** Puts each value where the reversed bits of its index point. */
function reorder(real: Float64Array, imaginary: Float64Array): void {
  for (let index = 1, reversed = 0; index < real.length; index++) {
    let bit = real.length >> 1
    for (; reversed & bit; bit >>= 1) reversed ^= bit
    reversed ^= bit
    if (index >= reversed) continue
    swap(real, index, reversed)
    swap(imaginary, index, reversed)
  }
}

function swap(values: Float64Array, one: number, other: number): void {
  const value = values[one]!
  values[one] = values[other]!
  values[other] = value
}
