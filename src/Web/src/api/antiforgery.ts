import { fetchAnswer } from './fetchAnswer';

type Antiforgery = { headerName: string; token: string };

let current: Promise<Antiforgery> | undefined;

/** The token belongs to whoever is signed in now: after sign-in and sign-out the old one is worthless. */
export function forgetAntiforgery(): void {
  current = undefined;
}

export async function antiforgeryHeader(): Promise<Record<string, string>> {
  current ??= fetchAnswer('GET', '/session/antiforgery', {}).then((answer) => answer.json() as Promise<Antiforgery>);
  try {
    const { headerName, token } = await current;
    return { [headerName]: token };
  } catch (error) {
    current = undefined;
    throw error;
  }
}
