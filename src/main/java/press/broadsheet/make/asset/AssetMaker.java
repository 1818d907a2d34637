package press.broadsheet.make.asset;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.make.Maker;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;

/**
 * Copies pictures, without what they tell of those who took them, and the theme's files. A style sheet's references to other files of the theme become the addresses
 * under which those are published.
 */
public final class AssetMaker implements Maker<Output.Asset> {
    private final BiFunction<String, Problems, Optional<byte[]>> pictures;
    private final BiFunction<String, Problems, Optional<byte[]>> theme;

    /**
     * Where bytes come from; both tell what cannot be read.
     *
     * @param pictures by path below {@code content/}
     * @param theme by name below {@code templates/assets/}
     */
    public AssetMaker(
            BiFunction<String, Problems, Optional<byte[]>> pictures,
            BiFunction<String, Problems, Optional<byte[]>> theme) {
        this.pictures = pictures;
        this.theme = theme;
    }

    @Override
    public byte[] make(Output.Asset output, NewsDesk desk, Problems problems) {
        return switch (output.source()) {
            case Output.AssetSource.Picture picture ->
                pictures.apply(picture.path(), problems)
                        .map(PictureTraces::removed)
                        .orElseGet(() -> new byte[0]);
            case Output.AssetSource.Theme asset -> {
                byte[] bytes = theme.apply(asset.name(), problems).orElseGet(() -> new byte[0]);
                yield asset.name().endsWith(".css") ? style(asset.name(), bytes, desk, problems) : bytes;
            }
        };
    }

    private static byte[] style(String name, byte[] bytes, NewsDesk desk, Problems problems) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return StyleSheet.withAddresses(
                        text,
                        name,
                        desk::asset,
                        (reference, at) -> problems.add(
                                StyleFault.MISSING_STYLE_FILE,
                                StyleSheet.place(name, text, at),
                                "This style sheet names \"" + reference
                                        + "\", and there is no such file in templates/assets/.",
                                "Names are counted from the sheet: ../fonts/own.woff2 is templates/assets/fonts/own.woff2 for a sheet in"
                                        + " templates/assets/css/."))
                .getBytes(StandardCharsets.UTF_8);
    }
}
