/**
 * The LOINC that the catalog table packed: its number in base 36, without the check digit. That is the Luhn digit of the
 * number (mod 10), LOINC Users' Guide, "LOINC code".
 */
export function unpackLoinc(packed: string): string {
  const number = Number.parseInt(packed, 36);
  let sum = 0;
  let weight = 2;
  for (let left = number; left > 0; left = Math.floor(left / 10)) {
    const weighted = (left % 10) * weight;
    sum += weighted > 9 ? weighted - 9 : weighted;
    weight = 3 - weight;
  }
  return `${number}-${(1000 - sum) % 10}`;
}
