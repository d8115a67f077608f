//! Powers of e, the same on every machine.

/// e to the power of `x`; 0 far below 0.
pub fn exp(x: f32) -> f32 {
    /// The Taylor series around 0, from the highest power on.
    const SERIES: [f32; 7] = [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    if x < -80.0 {
        return 0.0;
    }
    let doublings = (x.min(80.0) * std::f32::consts::LOG2_E).round();
    let rest = x.min(80.0) - doublings * std::f32::consts::LN_2;
    let series = SERIES.iter().fold(0.0, |sum, factor| sum * rest + factor);
    let exponent = u32::try_from(doublings as i32 + 127).unwrap_or(0);
    series * f32::from_bits(exponent << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_e() {
        for x in [-90.0_f32, -79.0, -3.3, -0.2, 0.0, 0.4, 7.0, 60.0] {
            let known = if x < -80.0 { 0.0 } else { x.exp() };
            assert!((exp(x) - known).abs() <= 3e-6 * known, "{x}: {} for {known}", exp(x));
        }
    }
}
