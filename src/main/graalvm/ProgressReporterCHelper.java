package com.oracle.svm.hosted;

/** In place of the class of this name, which asks a native library that Maven Central has not. */
public final class ProgressReporterCHelper {
    static final int MAX_CHARACTERS_PER_LINE = 120;

    private ProgressReporterCHelper() {}

    public static int getTerminalWindowColumnsClamped() {
        return MAX_CHARACTERS_PER_LINE;
    }

    public static int getTerminalWindowColumns() {
        return MAX_CHARACTERS_PER_LINE;
    }

    /** In bytes; -1 if it is not known. */
    public static long getPeakRSS() {
        return -1;
    }
}
