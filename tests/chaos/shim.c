/* Preloaded before libc: lets the n-th call that changes a file below a folder fail. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long left = -1, seen = 0;
static int number = 0;

/* From now on the call number `at` (1 is the next) fails with `code`; 0 ends it. Gives how many
   calls were seen since the last time. */
long shim_arm(const char *below, long at, int code) {
    long before = seen;
    strncpy(folder, below, sizeof folder - 1);
    left = at ? at : -1;
    number = code;
    seen = 0;
    return before;
}

static int strikes(int fd) {
    char link[64], path[4096];
    ssize_t length;
    if (left < 0)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    if (strncmp(path, folder, strlen(folder)) || strstr(path, "-shm"))
        return 0; /* the index of the journal is mapped, not written */
    seen++;
    if (seen != left)
        return 0;
    errno = number;
    return 1;
}

#define PASS(name, ret, fd, params, args)                                                          \
    ret name params {                                                                              \
        static ret(*next) params;                                                                  \
        if (!next)                                                                                 \
            next = (ret(*) params)dlsym(RTLD_NEXT, #name);                                         \
        return strikes(fd) ? (ret)-1 : next args;                                                  \
    }

PASS(write, ssize_t, fd, (int fd, const void *from, size_t size), (fd, from, size))
PASS(pwrite, ssize_t, fd, (int fd, const void *from, size_t size, off_t at), (fd, from, size, at))
PASS(pwrite64, ssize_t, fd, (int fd, const void *from, size_t size, off64_t at),
     (fd, from, size, at))
PASS(fsync, int, fd, (int fd), (fd))
PASS(fdatasync, int, fd, (int fd), (fd))
PASS(ftruncate, int, fd, (int fd, off_t size), (fd, size))
PASS(ftruncate64, int, fd, (int fd, off64_t size), (fd, size))
