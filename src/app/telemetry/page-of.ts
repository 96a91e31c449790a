/** The kind of page of a path, without what names people and cruds: `/@ada/likes` is `/@:handle/likes`. */
export function pageOf(path: string): string {
  return path
    .split('/')
    .map((part, index, parts) => {
      if (part.startsWith('@')) return '@:handle';
      if (parts[index - 1] === 'tags') return ':tag';
      return /\d/.test(part) ? ':id' : part;
    })
    .join('/');
}
