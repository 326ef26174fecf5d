import { Field, type FieldProps } from './field';
import { FileDrop } from './file-drop';

interface FileInputProps extends FieldProps {
  /** As in HTML: ".pdf,image/*". */
  accept?: string;
  multiple?: boolean;
  /** Bytes; told before the upload starts instead of after it. */
  maxBytes?: number;
}

/** A plain file control; FileDrop adds dropping and the name, size and limit of what was chosen. */
export function FileInput({ accept, multiple = false, maxBytes, ...field }: FileInputProps) {
  return (
    <Field {...field}>
      {(wiring) => <FileDrop wiring={wiring} accept={accept} multiple={multiple} maxBytes={maxBytes} />}
    </Field>
  );
}
