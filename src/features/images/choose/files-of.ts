/** The first file that was dropped or pasted; undefined for text and other things. */
export function fileOf(data: DataTransfer | null): File | undefined {
  return data?.files[0];
}

/** Whether what is dragged over the page holds a file: its content is not known before it is dropped. */
export function holdsFile(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
