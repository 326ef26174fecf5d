// Preloaded into every child: when the process that started it is gone, however it went, the child ends
// as if asked to, and the next start finds its port free.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
