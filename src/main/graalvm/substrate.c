/*
 * What the run time of GraalVM's Native Image calls in C, for Linux: the distribution has it as liblibchelper.a, Maven
 * Central does not. Written from the names and types that the classes of com.oracle.svm.core ask for; for version 25.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "amd64cpufeatures.h"
#include "svm_locale.h"

/* Signals: a handler may do no more than count and wake the thread that waits. */

static volatile int taken = 0;
static volatile long pending[NSIG];
static sem_t arrived;

static void on_signal(int number) {
    int before = errno;
    if (number > 0 && number < NSIG) {
        __sync_fetch_and_add(&pending[number], 1);
        sem_post(&arrived);
    }
    errno = before;
}

int cSunMiscSignal_open(void) {
    if (!__sync_bool_compare_and_swap(&taken, 0, 1)) {
        return 1;
    }
    for (int i = 0; i < NSIG; i++) {
        pending[i] = 0;
    }
    return sem_init(&arrived, 0, 0);
}

int cSunMiscSignal_close(void) {
    int failed = sem_destroy(&arrived);
    if (!failed) {
        taken = 0;
    }
    return failed;
}

int cSunMiscSignal_awaitSemaphore(void) {
    int failed = sem_wait(&arrived);
    return failed && errno == EINTR ? 0 : failed;
}

int cSunMiscSignal_signalSemaphore(void) { return sem_post(&arrived); }

bool cSunMiscSignal_signalRangeCheck(int number) { return number > 0 && number < NSIG; }

int cSunMiscSignal_checkPendingSignal(void) {
    for (int i = 0; i < NSIG; i++) {
        if (pending[i] > 0) {
            __sync_fetch_and_sub(&pending[i], 1);
            return i;
        }
    }
    return -1;
}

sighandler_t cSunMiscSignal_signalHandlerFunctionPointer(void) { return on_signal; }

/* The processor: one byte for each feature, all bits set if it has it. What was built asks for others by a zero. */

void determineCPUFeatures(CPUFeatures *features) {
    memset(features, 0, sizeof *features);
#ifdef __x86_64__
    __builtin_cpu_init();
    features->fCX8 = features->fCMOV = features->fFXSR = features->fMMX = features->fSSE = features->fSSE2 = 0xff;
#define HAS(field, name) if (__builtin_cpu_supports(name)) features->field = 0xff
    HAS(fSSE3, "sse3");
    HAS(fSSSE3, "ssse3");
    HAS(fSSE4_1, "sse4.1");
    HAS(fSSE4_2, "sse4.2");
    HAS(fPOPCNT, "popcnt");
    HAS(fLZCNT, "lzcnt");
    HAS(fAVX, "avx");
    HAS(fAVX2, "avx2");
    HAS(fAES, "aes");
    HAS(fCLMUL, "pclmul");
    HAS(fBMI1, "bmi");
    HAS(fBMI2, "bmi2");
    HAS(fFMA, "fma");
    HAS(fF16C, "f16c");
    HAS(fADX, "adx");
#endif
}

int checkCPUFeatures(uint8_t *unneeded) {
    CPUFeatures here;
    determineCPUFeatures(&here);
    const uint8_t *has = (const uint8_t *) &here;
    for (size_t i = 0; i < sizeof here; i++) {
        if ((uint8_t) (unneeded[i] | has[i]) != 0xff) {
            return 1;
        }
    }
    return 0;
}

void checkCPUFeaturesOrExit(uint8_t *unneeded, const char *message) {
    if (checkCPUFeatures(unneeded)) {
        fputs(message, stderr);
        exit(1);
    }
}

void codeSynchronization_clearCache(unsigned long start, unsigned long size) {
    __builtin___clear_cache((char *) start, (char *) (start + size));
}

/* The process. */

extern char **environ;

char **getEnviron(void) { return environ; }

pid_t getThreadId(void) { return (pid_t) syscall(SYS_gettid); }

long getThreadUserTimeSlow(pid_t thread) { return -1; }

void exitWithMessage(int status, const char *message) {
    fputs(message, stderr);
    exit(status);
}

/* Functions with any number of arguments, and macros, cannot be called from Java. */

int fprintfSD(FILE *stream, const char *format, char *text, int number) { return fprintf(stream, format, text, number); }

int openSII(const char *path, int flags, int mode) { return open(path, flags, mode); }

int openatISII(int folder, const char *path, int flags, int mode) { return openat(folder, path, flags, mode); }

void *mremapP(void *old, size_t old_size, size_t new_size, int flags, void *wanted) {
    return mremap(old, old_size, new_size, flags, wanted);
}

void sys_select_FD_SET(int file, fd_set *set) { FD_SET(file, set); }

void sys_select_FD_ZERO(fd_set *set) { FD_ZERO(set); }

/* Where the machine is. Broadsheet asks for neither: a paper has its own time zone and languages. */

char *SVM_FindJavaTZmd(const char *mappings, int length) {
    static const char folder[] = "/zoneinfo/";
    char target[4096];
    const char *named = getenv("TZ");
    if (named != NULL && *named != '\0') {
        return strdup(*named == ':' ? named + 1 : named);
    }
    ssize_t size = readlink("/etc/localtime", target, sizeof target - 1);
    if (size <= 0) {
        return NULL;
    }
    target[size] = '\0';
    const char *zone = strstr(target, folder);
    return zone == NULL ? NULL : strdup(zone + sizeof folder - 1);
}

int svm_initialize_locale(void) { return SVM_LOCALE_INITIALIZATION_SUCCEEDED; }

svm_locale_props_t *svm_get_locale(void) {
    static svm_locale_props_t english = {"en", "", "", "", "en", "", "", ""};
    return &english;
}
