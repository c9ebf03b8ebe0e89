"""Names for invented people. Given names follow the generation, family names are put together at random."""

WOMEN_OLD = (
    "Inger Kirsten Ellen Gerda Else Karen Ruth Edith Ingrid Grethe Birthe Bodil Tove Lis Jytte Aase Esther Gudrun Rigmor "
    "Erna Elna Asta Ester Nelly Kaja Ebba Elly Vera Ketty Signe"
).split()
WOMEN_MIDDLE = (
    "Hanne Kirsten Lone Anette Charlotte Susanne Helle Mette Dorthe Lene Pia Bente Marianne Gitte Birgitte Lotte Tina Heidi "
    "Ulla Vibeke Trine Rikke Camilla Louise Maria Anja Sanne Winnie Jette Britta Merete Malene"
).split()
WOMEN_YOUNG = (
    "Sofie Freja Ida Emma Laura Clara Alma Nora Olivia Karla Luna Agnes Asta Josefine Mathilde Caroline Sarah Milla Liva "
    "Ella Anna Lærke Victoria Naja Selma Aya Astrid Frida Silje Johanne Nanna Amalie"
).split()
MEN_OLD = (
    "Svend Poul Knud Erik Børge Aage Kaj Ejner Viggo Holger Arne Egon Verner Gunnar Helge Orla Otto Preben Bent Ove Harald "
    "Niels Hans Jørgen Kurt Frode Leif Ib Ejvind Carlo"
).split()
MEN_MIDDLE = (
    "Peter Michael Lars Henrik Jens Thomas Søren Jan Martin Morten Claus Torben Per Allan Kim Brian Carsten Flemming Steen "
    "Ole Finn Jesper Kenneth Rasmus Bo Mogens Karsten René Ulrik Anders Dennis Mikkel"
).split()
MEN_YOUNG = (
    "William Noah Oscar Lucas Carl Victor Malthe Alfred Emil Valdemar Oliver Elias August Magnus Frederik Mads Mathias "
    "Sebastian Tobias Jonas Nikolaj Anton Storm Villads Theo Felix Bertram Otto Aksel Johan Yusuf Karim"
).split()
FAMILIES = (
    "Aagaard Abildtrup Agerbo Albrektsen Alstrup Ankerstjerne Askholm Bagger Balslev Bankhøj Bergmose Birkely Bjerrehus Blichert "
    "Bovbjerg Brandt Bredahl Brink Brogaard Buchhave Bækkelund Børglum Dalsager Damsgård Degnbol Dissing Drejø Dybdal Ebbesholm "
    "Egeskov Egholm Ellegård Elmelund Engsig Enevold Fabersholm Faurskov Fjeldsted Fladager Foghsgård Friborg Frøslev Fuglsang "
    "Gadegård Gammelby Gellerup Glarbo Gormsen Grandal Graversholt Grønbæk Guldager Haldrup Hammerum Havgård Hedelund Hejlskov "
    "Helsted Hjortdal Hjulmand Holmegård Houe Hovgård Husbond Hvidbjerg Højberg Høgsbro Iversholm Jegind Jellinge Juelsbo "
    "Kallehave Kalstrup Karstoft Kirkelund Kjeldal Klitgård Kragelund Kringelbo Krogh Kærsgård Labing Langvad Lauridsholm Lerche "
    "Lindegård Lindvad Lundtofte Lyngsø Løgager Markholt Melgård Mikkelborg Mosegård Munkholt Møllebro Nygårdsholm Nørlund "
    "Nørtoft Odgård Ollerup Overby Pilegård Porsmose Præstholm Rabøl Ravnsbæk Refsgård Rishøj Rosendahl Rudbæk Rønnebo Sandager "
    "Sejersbo Selsmark Skafte Skovbo Sloth Smedegård Sneftrup Solgaard Stavnsbo Stenderup Stoustrup Strandby Svanholt Søgård "
    "Tange Terpager Thorsager Tinghøj Toftegård Tranekær Trudsø Ulfborg Ulstrup Uldall Vadgård Vestermark Vindelev Voergård "
    "Vognsen Winther Øllgård Ørskov Østerby Åbrink Åstrup"
).split()
FAMILIES_ABROAD = "Mustafić Arslan Demir Haddad Hassan Kovač Nguyen Rahimi Yılmaz Osman Ionescu Kowalska Ahmadi Abdi".split()
GIVEN_ABROAD = {
    True: "Aida Fatima Leyla Amira Yasmin Zahra Ana Linh Halima Samira Elif Mirela".split(),
    False: "Yusuf Ahmed Ibrahim Emir Omar Hasan Ali Minh Milan Reza Andrei Tarik".split(),
}
LANGUAGES = ("arabisk", "tyrkisk", "bosnisk", "somali", "farsi", "polsk", "vietnamesisk", "rumænsk", "tegnsprog")

STREETS = (
    "Ankerkæden,Bakkedraget,Bådsmandsvej,Digevej,Enggårdsvej,Fiskernes Stræde,Fjordkanten,Fuglemosen,Fyrmestervej,"
    "Gammel Færgevej,Havnegade,Hedemarken,Hyldekrogen,Kattegatsvinget,Kirkebakken,Klokkerstien,Knudestien,Kystvænget,"
    "Ligustervænget,Lodsvej,Lyngdraget,Lærkehøj,Mosevænget,Mågekrogen,Møllediget,Nabovænget,Nordre Kaj,Nyvang,Præstemarken,"
    "Rørhaven,Sejlmagerstræde,Skolestien,Skovbrynet,Smedekrogen,Solvænget,Stationsallé,Stenkrogen,Strandengen,Svinget,"
    "Søndre Kaj,Tangdiget,Tjørnekrogen,Torvets Gård,Vandværksvej,Vestre Strandvej,Vibevænget,Wiedersvej,Ørredbakken,"
    "Østre Ringvej,Åmosevej"
).split(",")


def given_names(*, woman: bool, born: int) -> list[str]:
    """The given names of a generation."""
    if born < 1950:
        return WOMEN_OLD if woman else MEN_OLD
    if born < 1988:
        return WOMEN_MIDDLE if woman else MEN_MIDDLE
    return WOMEN_YOUNG if woman else MEN_YOUNG
