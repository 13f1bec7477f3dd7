export function followFrame(_frame: HTMLIFrameElement, _hosted: string): void {}
