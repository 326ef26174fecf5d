/** A page of the web is named by its site and linked; any other source is named as it is. */
export function SourceName({ source }: { source: string }) {
  const [first = source] = source.split('; ');
  if (!URL.canParse(first)) return source;
  return (
    <a href={first} className="link">
      {new URL(first).hostname}
    </a>
  );
}
