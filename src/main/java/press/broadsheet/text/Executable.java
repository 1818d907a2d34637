package press.broadsheet.text;

/** How this program was compiled. */
public final class Executable {
    /** Set by GraalVM's Native Image in what it makes (org.graalvm.nativeimage.ImageInfo). */
    private static final boolean NATIVE = "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));

    private Executable() {}

    /** Whether this is machine code without a compiler beside it, which can make no classes while it runs. */
    public static boolean isNative() {
        return NATIVE;
    }
}
