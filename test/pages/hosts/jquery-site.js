// What a town's page does with jQuery: equal boxes by a plugin, links of other sites in a tab of their own, a menu.
jQuery(($) => {
  $('.box').matchHeight();
  $('a[href^="http"]').attr('target', '_blank').addClass('external');
  $(document).on('click', 'nav a', (event) => event.preventDefault());
  $('nav li').first().addClass('current').attr('title', 'ここ');
  $.ajaxSetup({ cache: false });
});
