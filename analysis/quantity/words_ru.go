package quantity

var russianWords = []meaning{
	{roleMagnitude, 1e3, 0, "тыс тысяч тысячи"}, {roleMagnitude, 1e6, 0, "млн миллионов миллиона"}, {roleMagnitude, 1e9, 0, "млрд миллиардов"},
	{roleShort, 0, 0, "тыс млн млрд руб сек мин ч"},
	{roleUnit | rolePlural, 0, second, "секунд секунды"}, {roleUnit, 0, second, "сек"}, {roleUnit | rolePlural, 0, minute, "минут минуты"}, {roleUnit, 0, minute, "мин"}, {roleUnit, 0, millisecond, "мс"}, {roleUnit | rolePlural, 0, hour, "часов часа"}, {roleUnit, 0, hour, "час ч"},
	{roleUnit | rolePlural, 0, day, "дней дня"}, {roleUnit, 0, day, "день"}, {roleUnit | rolePlural, 0, week, "недель недели"}, {roleUnit, 0, week, "неделю неделя"}, {roleUnit | rolePlural, 0, month, "месяцев месяца"}, {roleUnit, 0, month, "месяц"},
	{roleUnit | rolePlural, 0, year, "лет года"}, {roleUnit, 0, year, "год"}, {roleUnit, 0, gigabyte, "гб"}, {roleUnit, 0, megabyte, "мб"},
	{rolePercent, 0, percent, "процентов процента процент"}, {rolePoint, 0, point, "п.п"}, {rolePer, 0, 0, "в каждый"}, {roleTimes, 0, times, "раза раз"},
	{roleAbout, 0, 0, "около примерно почти"}, {roleAtLeast, 0, 0, "более свыше больше"}, {roleAtMost, 0, 0, "до менее"},
	{roleUp, 0, 0, "увеличил увеличила увеличение увеличен рост вырос выросла повысил повышение"}, {roleDown, 0, 0, "снизил снизила снижение сократил сократила сокращение уменьшил уменьшение снижено"},
	{roleFactor | roleUp, 2, 0, "вдвое удвоил"}, {roleFrom, 0, 0, "с со"}, {roleTo, 0, 0, "до"},
	{roleStop, 0, 0, "с до в на и за по для из от при без к"}, {roleWorked, 0, 0, "опыт опыта работы"},
	{roleSaved, 0, 0, "снизил сократил сокращение снижение быстрее экономия"},
	{roleReach, 0, 0, "пользователей клиентов запросов заказов"}, {rolePeople, 0, 0, "человек разработчиков сотрудников"},
	{roleMonth, 0, 0, "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"},
	{roleSpeed, 0, 0, "быстрее"},
}
