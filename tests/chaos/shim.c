/* Preloaded before libc: lets the n-th call that changes a file below a folder fail, and counts how
   often such a file is forced to the disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long left = -1, seen = 0, syncs = 0;
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

/* Counts from now on; gives how often a file below the folder armed last was forced. */
long shim_syncs(void) {
    long before = syncs;
    syncs = 0;
    return before;
}

static int below(int fd) {
    char link[64], path[4096];
    ssize_t length;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    return !strncmp(path, folder, strlen(folder)) &&
           !strstr(path, "-shm"); /* the index of the journal is mapped, not written */
}

static int strikes(int fd) {
    if (left < 0 || !below(fd))
        return 0;
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
#define SYNC(name)                                                                                 \
    int name(int fd) {                                                                             \
        static int(*next)(int);                                                                    \
        if (!next)                                                                                 \
            next = (int(*)(int))dlsym(RTLD_NEXT, #name);                                           \
        syncs += below(fd);                                                                        \
        return strikes(fd) ? -1 : next(fd);                                                        \
    }

SYNC(fsync)
SYNC(fdatasync)
PASS(ftruncate, int, fd, (int fd, off_t size), (fd, size))
PASS(ftruncate64, int, fd, (int fd, off64_t size), (fd, size))
