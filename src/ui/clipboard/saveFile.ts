/**
 * Saves a file where the browser saves files. A frame that forbids downloads does not report it, so nobody
 * learns whether the file was saved.
 */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
