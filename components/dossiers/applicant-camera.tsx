import { Field } from '@/components/ui/field';

/** On a phone it opens the camera at once; the browser sends the photograph as a file like any other. */
export function CameraInput({ label, hint }: { label: string; hint: string }) {
  return (
    <Field name="photo" label={label} hint={hint}>
      {(wiring) => (
        <input
          {...wiring}
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          className="block w-full rounded border border-dashed border-control p-4 text-small"
        />
      )}
    </Field>
  );
}
