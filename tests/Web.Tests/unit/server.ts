import { vi } from 'vitest';

export type Asked = { method: string; path: string; query: URLSearchParams; body: unknown; headers: Record<string, string> };
type Answer = Response | object | undefined;
type Handler = (asked: Asked) => Answer | Promise<Answer>;
type Route = Answer | Handler;

/** Answers like the server of one test, and remembers what it was asked; a route is written «GET /conversations/vektor». */
export function serve(routes: Record<string, Route>) {
  const asked: Asked[] = [];
  const all: Record<string, Route> = { 'GET /session/antiforgery': { headerName: 'X-Token', token: 'token' }, ...routes };

  vi.stubGlobal('fetch', async (input: string, init: RequestInit): Promise<Response> => {
    const url = new URL(input, 'http://clientchats.test');
    const path = url.pathname.replace('/api/v1', '');
    const one: Asked = {
      method: init.method ?? 'GET',
      path,
      query: url.searchParams,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      headers: { ...(init.headers as Record<string, string>) },
    };
    if (path !== '/session/antiforgery') asked.push(one);
    const name = `${one.method} ${path}`;
    const route = name in all ? all[name] : refusal(404, 'notServed');
    const answer = typeof route === 'function' ? await (route as Handler)(one) : route;
    return answer instanceof Response ? answer.clone() : answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  });

  return { asked, to: (method: string, path: string) => asked.filter((one) => one.method === method && one.path === path) };
}

export function refusal(status: number, code: string, title = '', headers: Record<string, string> = {}): Response {
  return Response.json({ code, title }, { status, headers });
}

/** An answer that is on its way until the test lets it arrive. */
export function underway<T>() {
  let arrive: (value: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => {
    arrive = resolve;
  });
  return { answer, arrive };
}
