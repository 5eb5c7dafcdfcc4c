import classes from './Kbd.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export function keyName(key: string): string {
  return isMac ? key.replace('Ctrl', '⌘').replace('Alt', '⌥') : key;
}

export function Kbd({ children }: { children: string }) {
  return <kbd className={classes.kbd}>{keyName(children)}</kbd>;
}
