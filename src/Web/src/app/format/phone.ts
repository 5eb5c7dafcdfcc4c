/** +7 912 555-40-17 where the number is Russian; other numbers as they are. */
export function formatPhone(phone: string): string {
  const match = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  return match ? `+7\u00A0${match[1]}\u00A0${match[2]}-${match[3]}-${match[4]}` : phone;
}
