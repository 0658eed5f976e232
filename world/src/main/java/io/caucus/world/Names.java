package io.caucus.world;

import java.util.List;
import java.util.Locale;

/** What people are called. Each name comes with the letters its mail address uses. */
final class Names {

    /** @param mail the part of an address before the {@code @} */
    record Name(String display, String mail) {}

    private record Culture(boolean familyFirst, String gap, List<String> given, List<String> family) {}

    /** Written {@code display=latin}; the second part only where it differs by more than case. */
    private static final List<Culture> CULTURES = List.of(
            western(
                    "Olivia James Amelia Harry Grace Thomas Florence Edward",
                    "Whitfield Ashcroft Penrose Hargreaves O'Connell=oconnell Marsh Fairweather Bexley"),
            western(
                    "Ana Lucía=lucia José=jose Íñigo=inigo Carmen Andrés=andres Begoña=begona Javier",
                    "Ruiz Núñez=nunez Ibáñez=ibanez Peña=pena Domínguez=dominguez Ortega Güell=guell Vázquez=vazquez"),
            western(
                    "Chloé=chloe Étienne=etienne Maëlle=maelle François=francois Aurélie=aurelie Loïc=loic Margaux Noémie=noemie",
                    "Lefèvre=lefevre Béranger=beranger Moreau Châtelain=chatelain Dubois Gauthier Rivière=riviere Marchand"),
            western(
                    "Jürgen=juergen Anneliese Björn=bjoern Käthe=kaethe Sören=soeren Heike Matthias Ulrike",
                    "Müller=mueller Schäfer=schaefer Groß=gross Köster=koester Weiß=weiss Vogel Brandt Lindner"),
            western(
                    "Agnieszka Łukasz=lukasz Małgorzata=malgorzata Wojciech Zofia Paweł=pawel Grażyna=grazyna Michał=michal",
                    "Wójcik=wojcik Żak=zak Nowak Dąbrowska=dabrowska Szczepański=szczepanski Król=krol Zieliński=zielinski"),
            western(
                    "João=joao Conceição=conceicao Tomás=tomas Inês=ines Gonçalo=goncalo Beatriz Rui Mafalda",
                    "Gonçalves=goncalves Araújo=araujo Simões=simoes Magalhães=magalhaes Leitão=leitao Esteves Brandão=brandao"),
            western(
                    "Çağla=cagla Emre Şebnem=sebnem Oğuz=oguz Gülay=gulay İbrahim=ibrahim Ece Tolga",
                    "Yıldız=yildiz Öztürk=ozturk Şahin=sahin Çelik=celik Güneş=gunes Aydın=aydin Koç=koc"),
            western(
                    "Åsa=asa Søren=soren Freyja Bjørn=bjorn Þóra=thora Mikkel Signe Håkon=hakon",
                    "Ångström=angstrom Jørgensen=jorgensen Sigurðsson=sigurdsson Lindqvist Hämäläinen=hamalainen Dahl"),
            western(
                    "Priya Arjun Lakshmi Rohan Ananya Vikram Meera Siddharth",
                    "Venkataraghavan Iyer Chatterjee Deshmukh Balasubramanian Kapoor Menon Reddy"),
            western(
                    "Chidinma Olúwaṣeun=oluwaseun Ngozi Kwame Adébáyò=adebayo Amara Tunde Ifeoma",
                    "Okonkwo Adéyẹmí=adeyemi Mensah Nwachukwu Ògúnbánjọ=ogunbanjo Asante Eze"),
            western(
                    "محمد=mohammed فاطمة=fatima يوسف=youssef ليلى=layla خالد=khaled نور=nour سارة=sara عمر=omar",
                    "الهاشمي=alhashimi العلي=alali حداد=haddad المنصوري=almansouri خليل=khalil القاسم=alqasim"),
            eastern(
                    "伟=wei 芳=fang 秀英=xiuying 明哲=mingzhe 雨桐=yutong 建国=jianguo 静=jing 子轩=zixuan",
                    "王=wang 李=li 张=zhang 欧阳=ouyang 陈=chen 刘=liu 赵=zhao",
                    ""),
            eastern(
                    "さくら=sakura 健太=kenta 美咲=misaki 大輔=daisuke 陽子=yoko 翔太=shota",
                    "佐藤=sato 高橋=takahashi 渡辺=watanabe 小林=kobayashi 山本=yamamoto",
                    " "));

    private Names() {}

    static Name draw(Dice dice) {
        var culture = dice.pick(CULTURES);
        var given = dice.pick(culture.given());
        var family = dice.pick(culture.family());
        var display = culture.familyFirst()
                ? display(family) + culture.gap() + display(given)
                : display(given) + culture.gap() + display(family);
        return new Name(display, latin(given) + "." + latin(family));
    }

    private static Culture western(String given, String family) {
        return new Culture(false, " ", List.of(given.split(" ")), List.of(family.split(" ")));
    }

    private static Culture eastern(String given, String family, String gap) {
        return new Culture(true, gap, List.of(given.split(" ")), List.of(family.split(" ")));
    }

    private static String display(String word) {
        int split = word.indexOf('=');
        return split < 0 ? word : word.substring(0, split);
    }

    private static String latin(String word) {
        return word.substring(word.indexOf('=') + 1).toLowerCase(Locale.ROOT);
    }
}
