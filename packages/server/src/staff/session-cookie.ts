import type { Context as Request } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/**
 * The one cookie of this server: it keeps a staff desk open until the browser is closed. No script reads it, no other
 * site has it sent. Where the server has an origin of its own behind https it is bound to that very host (`__Host-`);
 * beside a town's site it is sent to the desk alone.
 */
function sessionCookie(publicUrl: string) {
  const { protocol, pathname } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const isAlone = pathname === '/';
  const isBound = secure && isAlone;
  return {
    name: `${isBound ? '__Host-' : secure ? '__Secure-' : ''}kankei-staff`,
    options: {
      path: isBound ? '/' : `${isAlone ? '' : pathname}/staff`,
      secure,
      httpOnly: true,
      sameSite: 'Strict',
    } as const,
  };
}

/** What the cookie of a request holds. */
export function readSessionCookie(c: Request, publicUrl: string): string | undefined {
  return getCookie(c, sessionCookie(publicUrl).name);
}

export function setSessionCookie(c: Request, publicUrl: string, secret: string): void {
  const { name, options } = sessionCookie(publicUrl);
  setCookie(c, name, secret, options);
}

export function dropSessionCookie(c: Request, publicUrl: string): void {
  const { name, options } = sessionCookie(publicUrl);
  deleteCookie(c, name, options);
}
