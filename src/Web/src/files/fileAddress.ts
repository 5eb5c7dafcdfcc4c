/** Where the content of a file is; whether one may have it is asked there each time. */
export function fileAddress(id: string): string {
  return `/api/v1/files/${id}`;
}

export function downloadAddress(id: string): string {
  return `${fileAddress(id)}?download=true`;
}
