package press.broadsheet.build;

import java.util.HashMap;
import java.util.Map;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.files.PictureFile;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Site;
import press.broadsheet.plan.Materials;
import press.broadsheet.text.Percent;

/** Where pictures and assets will stand, for those who show them. */
record Addressing(Site site, Map<String, PictureFile> sources, Theme theme) {

    Map<String, NewsDesk.PublishedPicture> pictures() {
        var published = new HashMap<String, NewsDesk.PublishedPicture>();
        sources.forEach((source, file) -> published.put(
                source,
                new NewsDesk.PublishedPicture(
                        site.basePath()
                                + Percent.encode(Materials.picturePath(source).path()),
                        new Picture.Size(file.width(), file.height()),
                        file.mediaType())));
        return published;
    }

    Map<String, String> assets() {
        var published = new HashMap<String, String>();
        theme.assets()
                .forEach((name, digest) -> published.put(
                        name,
                        site.basePath()
                                + Percent.encode(
                                        Materials.assetPath(name, digest).path())));
        return published;
    }
}
