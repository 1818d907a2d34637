package press.broadsheet.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/** flexmark's parsers, made when the first text needs one: most texts do not. Thread-safe: one parser, many texts. */
final class Parsers {
    /** Reads the text of an article. */
    static final Parser TEXT = Parser.builder(new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    TablesExtension.create(),
                                    FootnoteExtension.create(),
                                    StrikethroughExtension.create()))
                    // A line in brackets right below a table is a row, as everywhere but here: a caption would be lost.
                    .set(TablesExtension.WITH_CAPTION, false)
                    // Two bars with nothing between are an empty cell: else figures would move under another heading.
                    .set(TablesExtension.COLUMN_SPANS, false))
            .customBlockParserFactory(new ContainerParser.Factory())
            .customBlockParserFactory(new DefinitionStart.Factory())
            .customInlineParserExtensionFactory(new StoryLinkParser.Factory())
            .build();

    static final ListOptions LISTS = ListOptions.get(TEXT.getOptions());

    /** Reads a short text, in which there are no blocks. */
    static final Parser LINE = Parser.builder(new MutableDataSet()
                    .set(Parser.EXTENSIONS, List.of(StrikethroughExtension.create()))
                    .set(Parser.BLOCK_QUOTE_PARSER, false)
                    .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
                    .set(Parser.HEADING_PARSER, false)
                    .set(Parser.HTML_BLOCK_PARSER, false)
                    .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
                    .set(Parser.LIST_BLOCK_PARSER, false)
                    .set(Parser.THEMATIC_BREAK_PARSER, false)
                    .set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, false))
            .build();

    private Parsers() {}
}
