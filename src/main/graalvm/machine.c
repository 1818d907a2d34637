/*
 * What the native libraries of the JDK ask of a Java virtual machine, for a program that has none. Built twice: into the
 * program (libjvm.a), and as the libjvm.so that these libraries name, beside stand-ins for all they never call there.
 * Names and types are those of jvm.h of JDK 25.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <jni.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Called by the program when it starts. */
JNIEXPORT void JNICALL initialize(void) {}

JNIEXPORT jint JNICALL JVM_GetInterfaceVersion(void) { return 6; }

JNIEXPORT jboolean JNICALL JVM_IsStaticallyLinked(void) { return JNI_FALSE; }

JNIEXPORT jint JNICALL JVM_ActiveProcessorCount(void) { return (jint) sysconf(_SC_NPROCESSORS_ONLN); }

JNIEXPORT void JNICALL JVM_BeforeHalt(void) {}

JNIEXPORT void JNICALL JVM_Halt(jint code) { _exit(code); }

JNIEXPORT void *JNICALL JVM_FindLibraryEntry(void *library, const char *name) { return dlsym(library, name); }

JNIEXPORT char *JNICALL JVM_NativePath(char *path) { return path; }

JNIEXPORT jlong JNICALL JVM_NanoTime(JNIEnv *env, jclass ignored) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (jlong) now.tv_sec * 1000000000 + now.tv_nsec;
}

JNIEXPORT jlong JNICALL JVM_CurrentTimeMillis(JNIEnv *env, jclass ignored) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (jlong) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Nanoseconds since so many seconds; -1 if these are too far away. */
JNIEXPORT jlong JNICALL JVM_GetNanoTimeAdjustment(JNIEnv *env, jclass ignored, jlong seconds) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    jlong apart = (jlong) now.tv_sec - seconds;
    return apart > 0xffffffffLL || apart < -0xffffffffLL ? -1 : apart * 1000000000 + now.tv_nsec;
}

JNIEXPORT jlong JNICALL Java_java_lang_System_nanoTime(JNIEnv *env, jclass type) { return JVM_NanoTime(env, type); }

JNIEXPORT jlong JNICALL Java_java_lang_System_currentTimeMillis(JNIEnv *env, jclass type) {
    return JVM_CurrentTimeMillis(env, type);
}

JNIEXPORT jlong JNICALL Java_jdk_internal_misc_VM_getNanoTimeAdjustment(JNIEnv *env, jclass type, jlong seconds) {
    return JVM_GetNanoTimeAdjustment(env, type, seconds);
}

JNIEXPORT jstring JNICALL JVM_GetTemporaryDirectory(JNIEnv *env) { return (*env)->NewStringUTF(env, "/tmp"); }

JNIEXPORT void *JNICALL JVM_RawMonitorCreate(void) {
    pthread_mutex_t *lock = malloc(sizeof *lock);
    if (lock != NULL) {
        pthread_mutex_init(lock, NULL);
    }
    return lock;
}

JNIEXPORT void JNICALL JVM_RawMonitorDestroy(void *lock) {
    pthread_mutex_destroy(lock);
    free(lock);
}

JNIEXPORT jint JNICALL JVM_RawMonitorEnter(void *lock) { return pthread_mutex_lock(lock); }

JNIEXPORT void JNICALL JVM_RawMonitorExit(void *lock) { pthread_mutex_unlock(lock); }

JNIEXPORT int jio_vsnprintf(char *text, size_t size, const char *format, va_list arguments) {
    if ((long) size <= 0) {
        return -1;
    }
    int written = vsnprintf(text, size, format, arguments);
    return written >= (int) size ? -1 : written;
}

JNIEXPORT int jio_snprintf(char *text, size_t size, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int written = jio_vsnprintf(text, size, format, arguments);
    va_end(arguments);
    return written;
}

JNIEXPORT int jio_vfprintf(FILE *file, const char *format, va_list arguments) { return vfprintf(file, format, arguments); }

JNIEXPORT int jio_fprintf(FILE *file, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int written = vfprintf(file, format, arguments);
    va_end(arguments);
    return written;
}
