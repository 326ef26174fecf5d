'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

export function DialogSample() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
        Mở hộp thoại
      </Button>
      <Dialog
        title="Trả lại hồ sơ này"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button type="button" onClick={() => setOpen(false)}>
              Trả lại
            </Button>
            <Button type="button" variant="secondary" onClick={() => setOpen(false)}>
              Để sau
            </Button>
          </>
        }
      >
        <p>Người nộp nhận được thông báo kèm lý do. Thời hạn dừng từ lúc này.</p>
      </Dialog>
    </>
  );
}
