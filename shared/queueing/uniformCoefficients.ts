/**
 * The coefficients c_k(η) of Temme's uniform expansion of the incomplete gamma functions, for η in [-0.505, 0.505].
 *
 *     c_0 = 1/(λ−1) − 1/η,   c_k = c_{k−1}′/η + (−1)^k·g_k/(λ−1),   ½η² = λ − 1 − ln λ,   Γ*(s) ~ Σ g_k·s^(−k)
 *
 * Each is a polynomial in η, economised so that its error divided by 20^k is below 1e-17 (fitted at Chebyshev nodes to the
 * exact power series, 50 digits). `uniformExpansion.ts` joins them. None of them checks its argument.
 *
 * @see Temme 1979, "The asymptotic expansion of the incomplete gamma functions"; DLMF 8.12
 */

/** c_0(η), absolute error below 1.0e-17. @example c0(0) // -0.3333333333333333 */
export function c0(eta: number): number {
  let sum = -4.3930133077905336e-9;
  sum = sum * eta + 1.1049104395126217e-8;
  sum = sum * eta + 6.710353168272776e-9;
  sum = sum * eta - 1.769322020287011e-7;
  sum = sum * eta + 8.296708118027355e-7;
  sum = sum * eta - 1.854015083261713e-6;
  sum = sum * eta - 2.1854484874529162e-6;
  sum = sum * eta + 3.9192627592839304e-5;
  sum = sum * eta - 0.00017875514403377526;
  sum = sum * eta + 0.0003527336862448703;
  sum = sum * eta + 0.00115740740740742;
  sum = sum * eta - 0.014814814814817646;
  sum = sum * eta + 0.08333333333333333;
  sum = sum * eta - 0.3333333333333333;
  return sum;
}

/** c_1(η), absolute error below 2.0e-16. @example c1(0) // -0.001851851851851852 */
export function c1(eta: number): number {
  let sum = 1.1080272771531735e-8;
  sum = sum * eta - 5.736418528990741e-8;
  sum = sum * eta + 1.381446716783963e-7;
  sum = sum * eta + 4.57751667162531e-9;
  sum = sum * eta - 1.612133392079655e-6;
  sum = sum * eta + 7.649172888040937e-6;
  sum = sum * eta - 1.8098547103337676e-5;
  sum = sum * eta - 4.0187851558920264e-7;
  sum = sum * eta + 0.00020576131676925126;
  sum = sum * eta - 0.0009902263374175742;
  sum = sum * eta + 0.002645502645503586;
  sum = sum * eta - 0.003472222222222508;
  sum = sum * eta - 0.001851851851851852;
  return sum;
}

/** c_2(η), absolute error below 4.0e-15. @example c2(0) // 0.00413359788359991 */
export function c2(eta: number): number {
  let sum = 4.5533679961481526e-9;
  sum = sum * eta + 1.3154288816856288e-7;
  sum = sum * eta - 6.312632935160768e-7;
  sum = sum * eta + 1.375471019297826e-6;
  sum = sum * eta + 3.441608986772173e-8;
  sum = sum * eta - 1.2761070982585604e-5;
  sum = sum * eta + 5.292343805478617e-5;
  sum = sum * eta - 0.00010736650613214432;
  sum = sum * eta + 2.009388095572837e-6;
  sum = sum * eta + 0.0007716049376995101;
  sum = sum * eta - 0.0026813271604946612;
  sum = sum * eta + 0.00413359788359991;
  return sum;
}

/** c_3(η), absolute error below 8.0e-14. @example c3(0) // 0.0006494341563786008 */
export function c3(eta: number): number {
  let sum = -1.823179357954459e-7;
  sum = sum * eta + 5.6668184741616005e-8;
  sum = sum * eta + 1.4262817746632585e-6;
  sum = sum * eta - 5.689398746634803e-6;
  sum = sum * eta + 1.1082300895180645e-5;
  sum = sum * eta - 2.3803951544197445e-7;
  sum = sum * eta - 7.561800069875828e-5;
  sum = sum * eta + 0.00026772055871696396;
  sum = sum * eta - 0.00046918949459920584;
  sum = sum * eta + 0.00022947209455655325;
  sum = sum * eta + 0.0006494341563786008;
  return sum;
}

/** c_4(η), absolute error below 2.0e-12. @example c4(0) // -0.0008618882913591945 */
export function c4(eta: number): number {
  let sum = 8.87025649884634e-7;
  sum = sum * eta - 1.8336758790473531e-6;
  sum = sum * eta + 1.3479641132485637e-9;
  sum = sum * eta + 1.1406005773498572e-5;
  sum = sum * eta - 3.968376125864862e-5;
  sum = sum * eta + 6.641224798434575e-5;
  sum = sum * eta - 1.4638415697847254e-6;
  sum = sum * eta - 0.00029907239348515543;
  sum = sum * eta + 0.0007840392217011035;
  sum = sum * eta - 0.0008618882913591945;
  return sum;
}

/** c_5(η), absolute error below 3.0e-11. @example c5(0) // -0.00033679855336635813 */
export function c5(eta: number): number {
  let sum = -2.0825139016596577e-6;
  sum = sum * eta + 7.97785737416568e-6;
  sum = sum * eta - 1.3634613690065943e-5;
  sum = sum * eta + 1.5210563573058587e-7;
  sum = sum * eta + 6.798069639614996e-5;
  sum = sum * eta - 0.0001993265015956639;
  sum = sum * eta + 0.0002772752690618964;
  sum = sum * eta - 6.972812182764503e-5;
  sum = sum * eta - 0.00033679855336635813;
  return sum;
}

/** c_6(η), absolute error below 6.0e-10. @example c6(0) // 0.0005313079364639922 */
export function c6(eta: number): number {
  let sum = -1.6703933131356007e-5;
  sum = sum * eta + 5.582726695013608e-5;
  sum = sum * eta - 8.174987323956728e-5;
  sum = sum * eta + 8.381694047773309e-7;
  sum = sum * eta + 0.00027088494090143873;
  sum = sum * eta - 0.0005921680823589113;
  sum = sum * eta + 0.0005313079364639922;
  return sum;
}

/** c_7(η), absolute error below 1.0e-8. @example c7(0) // 0.00034436760689237765 */
export function c7(eta: number): number {
  let sum = 3.0170007488560144e-5;
  sum = sum * eta - 8.253648063530207e-6;
  sum = sum * eta - 0.0001100689775879218;
  sum = sum * eta + 0.000282304357213647;
  sum = sum * eta - 0.00033492201237029465;
  sum = sum * eta + 5.1684936179286736e-5;
  sum = sum * eta + 0.00034436760689237765;
  return sum;
}

/** c_8(η), absolute error below 3.0e-7. @example c8(0) // -0.0006526021354971003 */
export function c8(eta: number): number {
  let sum = -0.00012709050155770648;
  sum = sum * eta + 0.00018293962703577946;
  sum = sum * eta - 7.882750828899986e-7;
  sum = sum * eta - 0.00043984046554425;
  sum = sum * eta + 0.0008395000647878397;
  sum = sum * eta - 0.0006526021354971003;
  return sum;
}

/** c_9(η), absolute error below 5.0e-6. @example c9(0) // -0.0005988322184812683 */
export function c9(eta: number): number {
  let sum = -0.0006366344774316533;
  sum = sum * eta + 0.0007439256866154345;
  sum = sum * eta - 7.21767238674622e-5;
  sum = sum * eta - 0.0005988322184812683;
  return sum;
}
