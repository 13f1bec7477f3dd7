import { type EventFields, type Hello, type PublicEventType, readFrameMessage } from './frame-messages.ts';
import { isOnDark, nearestLanguage } from './host-page.ts';
import { NativeEvent } from './native-event.ts';
import { watchHostPage } from './watch-host-page.ts';

// The page's side of frames with a hosted page: they grow with it, and what happens in it is heard on them.

/** The frames of the page, and what each was told. */
const followed = new Map<HTMLIFrameElement, Hello | undefined>();

/** Where hosted pages lie; set once, with the first frame. */
let hosted: string | undefined;

/** Speaks with a frame from now on, for as long as it shows a page under `place`, where hosted pages lie. */
export function followFrame(frame: HTMLIFrameElement, place: string): void {
  if (!hosted) {
    hosted = place;
    addEventListener('message', hear);
    watchHostPage(document.documentElement, greetAll, new AbortController().signal);
  }
  if (followed.has(frame)) return;
  followed.set(frame, undefined);
  // One that is there already may have said so when nobody listened; the empty page that others begin with hears nothing.
  if (frame.contentDocument?.URL !== 'about:blank') greet(frame);
}

const isOurs = (frame: HTMLIFrameElement) => frame.isConnected && frame.src.startsWith(hosted!);

/** Tells the frame who is around it, and the language and the ground of its place. */
function greet(frame: HTMLIFrameElement): void {
  const hello: Hello = { kankei: 'hello', lang: nearestLanguage(frame), dark: isOnDark(frame) };
  followed.set(frame, hello);
  frame.contentWindow?.postMessage(hello, new URL(hosted!).origin);
}

/** Tells every frame whose place has another language or another ground now. */
function greetAll(): void {
  for (const [frame, told] of followed)
    if (told && isOurs(frame) && (nearestLanguage(frame) !== told.lang || isOnDark(frame) !== told.dark)) greet(frame);
}

function hear({ source, origin, data }: MessageEvent): void {
  if (origin !== new URL(hosted!).origin) return;
  for (const frame of followed.keys()) {
    // One that comes back is seen anew.
    if (!isOurs(frame)) followed.delete(frame);
    else if (frame.contentWindow === source) obey(frame, data);
  }
}

function obey(frame: HTMLIFrameElement, data: unknown): void {
  const message = readFrameMessage(data);
  if (message?.kankei === 'here') greet(frame);
  if (message?.kankei === 'height') frame.style.height = `${message.height}px`;
  if (message?.kankei === 'event') tell(frame, message.type, message.fields);
}

/** The same event, on the frame. A page cannot stop what has happened in another. */
function tell(frame: HTMLIFrameElement, type: PublicEventType, fields: EventFields): void {
  frame.dispatchEvent(Object.assign(new NativeEvent(type, { bubbles: true, composed: true }), fields));
}
