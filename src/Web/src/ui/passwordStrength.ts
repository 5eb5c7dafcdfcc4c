export type PasswordStrength = { step: 'short' | 'fair' | 'good'; length: number; missing: number };

const shortest = 8;
const comfortable = 12;

export function passwordStrength(password: string): PasswordStrength {
  const length = Array.from(password).length;
  const step = length < shortest ? 'short' : length < comfortable ? 'fair' : 'good';
  return { step, length, missing: Math.max(0, shortest - length) };
}
